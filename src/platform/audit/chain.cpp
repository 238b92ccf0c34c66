#include "platform/audit/chain.hpp"
#include <charconv>

namespace audit::chain {
namespace {
constexpr db::Sql last_seal{"audit.last_seal", "SELECT position, hash, sealed_at FROM audit_seal ORDER BY position DESC LIMIT 1"};
constexpr db::Sql last_gallring{"audit.last_gallring", "SELECT position, hash, done_at FROM audit_gallring ORDER BY position DESC LIMIT 1"};

// What is hashed: a word that says what for, then each part with its length before it, so that nothing can be read in two ways.
class Message {
    std::string bytes_;

public:
    explicit Message(std::string_view purpose) { add(purpose); }
    Message& add(std::string_view part) {
        add(static_cast<std::int64_t>(part.size()));
        bytes_ += part;
        return *this;
    }
    Message& add(std::int64_t number) {
        for (int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(static_cast<std::uint64_t>(number) >> shift & 0xFF);
        return *this;
    }
    Message& add(const Digest& digest) { return add(crypto::text(digest)); }
    Digest under(const crypto::Key& key) const { return crypto::hmac_sha256(key.read(), crypto::bytes(bytes_)); }
};
}

Content content_of(const db::Row& row, int first) {
    Content out{std::string(row.text(first)), row.integer(first + 1), row.integer(first + 2), {}};
    for (std::size_t i = 0; i < out.words.size(); ++i) out.words.at(i) = row.optional_text(first + 3 + static_cast<int>(i)).value_or("");
    return out;
}

Digest of_content(const crypto::Key& key, const Content& content) {
    Message message("line");
    message.add(content.at).add(content.subjects);
    for (const auto& word : content.words) message.add(word);
    return message.under(key);
}
Digest of_persons(const crypto::Key& key, const Persons& persons) {
    Message message("subjects");
    for (const auto& [area, person] : persons) message.add(area).add(person);
    return message.under(key);
}
Digest of_seal(const crypto::Key& key, const Seal& seal, const Digest& before) {
    return Message("seal").add(before).add(seal.position).add(seal.line).add(seal.content).add(seal.persons).add(seal.sealed_at).under(key);
}
Digest of_gallring(const crypto::Key& key, std::int64_t position, const Digest& hash, std::int64_t lines, std::int64_t newest_at, std::int64_t done_at) {
    return Message("gallring").add(position).add(hash).add(lines).add(newest_at).add(done_at).under(key);
}

Digest digest_of(db::Blob blob) {
    Digest out{};
    if (blob.size() == out.size()) std::transform(blob.begin(), blob.end(), out.begin(), [](std::byte b) { return static_cast<unsigned char>(b); });
    return out;
}
std::string hex(const Digest& digest) {
    std::string out;
    for (const auto byte : digest) (out += "0123456789abcdef"[byte >> 4]) += "0123456789abcdef"[byte & 15];
    return out;
}
std::optional<Digest> from_hex(std::string_view text) {
    Digest out{};
    if (text.size() != 2 * out.size()) return {};
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto* begin = text.data() + 2 * i;
        if (std::from_chars(begin, begin + 2, out.at(i), 16).ptr != begin + 2) return {};
    }
    return out;
}

End end(db::Reader& reader) {
    const auto read = [](const db::Row& row) { return End{row.integer(0), digest_of(row.blob(1)), row.integer(2)}; };
    const auto seal = reader.optional_one(last_seal, {}, read);
    const auto left = reader.optional_one(last_gallring, {}, read);
    if (seal && (!left || seal->position > left->position)) return *seal;
    return left.value_or(End{});
}
}
