#include "platform/documents/module/artifacts.hpp"
#include <algorithm>
#include <array>
#include <memory>

namespace documents {
namespace {
using Token = QPDFTokenizer::Token;
using Words = std::string_view;

template <std::size_t N> bool one_of(Words word, const std::array<Words, N>& words) { return std::find(words.begin(), words.end(), word) != words.end(); }
constexpr std::array<Words, 2> path_begins{"m", "re"};
constexpr std::array<Words, 10> path_ends{"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n"};

// Reads the page's operators; operands wait until their operator is known, so that a mark can stand before them.
class DecorationFilter : public QPDFObjectHandle::TokenFilter {
    std::string waiting_;
    int depth_ = 0;          // of BDC or BMC
    bool in_mark_ = false;   // of ours

    void open() {
        write("/Artifact BMC\n");
        in_mark_ = true;
    }
    void close() {
        write("\nEMC\n");
        in_mark_ = false;
    }
    void pass() {
        write(waiting_);
        waiting_.clear();
    }

    void operation(Words word) {
        const bool outside = depth_ == 0 && !in_mark_;
        if (word == "BDC" || word == "BMC") ++depth_;
        if (word == "EMC") --depth_;
        if (outside && (one_of(word, path_begins) || word == "BT" || word == "Do" || word == "sh")) open();
        pass();
        if (in_mark_ && (one_of(word, path_ends) || word == "ET" || word == "Do" || word == "sh")) close();
    }

public:
    void handleToken(const Token& token) override {
        waiting_ += token.getRawValue();
        if (token.getType() == QPDFTokenizer::tt_word) operation(token.getValue());
        if (token.getType() == QPDFTokenizer::tt_inline_image) pass();
    }
    void handleEOF() override { pass(); }
};
}

void mark_decoration(QPDFPageObjectHelper& page) { page.addContentTokenFilter(std::make_shared<DecorationFilter>()); }
}
