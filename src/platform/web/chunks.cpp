#include "platform/web/chunks.hpp"
#include "platform/web/fields.hpp"

namespace web {

std::optional<Refusal> ChunkReader::size_byte(char c) {
    if (c == '\r' && digits_ > 0) {
        part_ = Part::size_end;
        return {};
    }
    const int value = hex_value(c);
    if (value < 0 || ++digits_ > 8) return Refusal{400, "chunk"};
    left_ = left_ * 16 + static_cast<std::size_t>(value);
    return {};
}

std::optional<Refusal> ChunkReader::mark(char c) {
    const bool carriage = part_ == Part::data_cr || part_ == Part::last_cr;
    if (c != (carriage ? '\r' : '\n')) return Refusal{400, "chunk"};
    switch (part_) {
    case Part::size_end: part_ = left_ == 0 ? Part::last_cr : Part::data; break;
    case Part::data_cr: part_ = Part::data_lf; break;
    case Part::data_lf: part_ = Part::size, digits_ = 0; break;
    case Part::last_cr: part_ = Part::last_lf; break;
    case Part::last_lf: part_ = Part::done; break;
    case Part::size: case Part::data: case Part::done: break;
    }
    return {};
}

std::optional<Refusal> ChunkReader::take(std::string_view in, std::size_t& at, std::string& body, std::size_t limit) {
    while (at < in.size() && !done()) {
        if (part_ == Part::data) {
            const auto now = std::min(left_, in.size() - at);
            if (body.size() + left_ > limit) return Refusal{413, "body_long"};
            body.append(in.substr(at, now));
            at += now;
            if ((left_ -= now) == 0) part_ = Part::data_cr;
            continue;
        }
        const char c = in[at++];
        if (auto refusal = part_ == Part::size ? size_byte(c) : mark(c)) return refusal;
    }
    return {};
}
}
