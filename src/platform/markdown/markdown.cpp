#include "platform/markdown/markdown.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include <cmark-gfm.h>
#include <memory>

namespace markdown {
namespace {

struct Iterate {
    std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter;
    explicit Iterate(cmark_node* root) : iter(cmark_iter_new(root), cmark_iter_free) {}
    cmark_event_type next() { return cmark_iter_next(iter.get()); }
    cmark_node* node() const { return cmark_iter_get_node(iter.get()); }
};

std::string words_of(cmark_node* root) {
    std::string out;
    Iterate walk(root);
    for (cmark_event_type event; (event = walk.next()) != CMARK_EVENT_DONE;) {
        const auto type = cmark_node_get_type(walk.node());
        if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)) out += cmark_node_get_literal(walk.node());
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) out += ' ';
        if (event == CMARK_EVENT_EXIT && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)) out += '\n';
    }
    return out;
}

// cmark writes headings without an id, so each becomes a block of ours with the same children.
void give_id(cmark_node* heading, Rendered& out) {
    const int level = cmark_node_get_heading_level(heading);
    const std::string text(base::trimmed(words_of(heading))), id = slug(text);
    out.headings.push_back({level, id, text});
    const std::string tag = "h" + std::to_string(level);
    cmark_node* block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(block, ("<" + tag + " id=\"" + id + "\">").c_str());
    cmark_node_set_on_exit(block, ("</" + tag + ">").c_str());
    cmark_node_insert_before(heading, block);
    while (cmark_node* child = cmark_node_first_child(heading)) {
        base::require(cmark_node_append_child(block, child), "cmark lets a custom block hold the words of a heading");
    }
    cmark_node_unlink(heading);
    cmark_node_free(heading);
}

bool digit(char c) { return c >= '0' && c <= '9'; }

// Where the text begins with a phone number as people write it: its length, or 0. Short national numbers, or an area code from 0,
// a hyphen and groups of digits: 112, 1177, 116 111, 90101, 020-50 50 50.
std::size_t phone_at(std::string_view text) {
    for (std::string_view known : {"116 111", "90101", "1177", "113 13", "114 14", "112"})
        if (text.starts_with(known) && (text.size() == known.size() || !digit(text[known.size()]))) return known.size();
    std::size_t code = 0;
    while (code < text.size() && digit(text[code])) ++code;
    if (code < 2 || code > 4 || text[0] != '0' || code == text.size() || text[code] != '-') return 0;
    std::size_t end = code + 1, digits = code;
    for (auto i = end; i < text.size() && (digit(text[i]) || (text[i] == ' ' && i + 1 < text.size() && digit(text[i + 1]))); ++i)
        if (digit(text[i])) ++digits, end = i + 1;
    return digits >= 7 ? end : 0;
}

// A number one can tap: somebody in a hurry must not have to copy it.
void link_phone_numbers(cmark_node* text_node) {
    const std::string text = cmark_node_get_literal(text_node);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!digit(text[at]) || (at > 0 && (digit(text[at - 1]) || text[at - 1] == ',' || text[at - 1] == '-' || text[at - 1] == ':'))) continue;
        const auto size = phone_at(std::string_view(text).substr(at));
        if (size == 0) {
            while (at + 1 < text.size() && digit(text[at + 1])) ++at;
            continue;
        }
        cmark_node *link = cmark_node_new(CMARK_NODE_LINK), *number = cmark_node_new(CMARK_NODE_TEXT), *rest = cmark_node_new(CMARK_NODE_TEXT);
        cmark_node_set_url(link, html::Url::phone(text.substr(at, size)).text().c_str());
        cmark_node_set_literal(number, text.substr(at, size).c_str());
        cmark_node_set_literal(rest, text.substr(at + size).c_str());
        cmark_node_append_child(link, number);
        cmark_node_insert_after(text_node, link);
        cmark_node_insert_after(link, rest);
        cmark_node_set_literal(text_node, text.substr(0, at).c_str());
        return link_phone_numbers(rest);
    }
}

bool inside_link(cmark_node* node) {
    for (; node; node = cmark_node_parent(node))
        if (const auto type = cmark_node_get_type(node); type == CMARK_NODE_LINK || type == CMARK_NODE_HEADING) return true;
    return false;
}
}

std::string slug(std::string_view words) {
    std::string out;
    const auto low = base::lower(words);
    for (std::size_t i = 0; i < low.size(); ++i) {
        const auto c = static_cast<unsigned char>(low[i]);
        if (c == 0xC3 && i + 1 < low.size()) {
            const auto next = static_cast<unsigned char>(low[++i]);
            out += next == 0xB6 || next == 0xB8 ? 'o' : next == 0xA9 || next == 0xA8 ? 'e' : next == 0xBC ? 'u' : 'a';
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += static_cast<char>(c);
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (out.ends_with('-')) out.pop_back();
    return out.empty() ? "avsnitt" : out;
}

Rendered rendered(std::string_view text, const std::function<std::string(std::string_view)>& address) {
    Rendered out;
    std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(cmark_parse_document(text.data(), text.size(), CMARK_OPT_VALIDATE_UTF8), cmark_node_free);
    std::vector<cmark_node*> headings, pictures, texts;
    Iterate walk(root.get());
    for (cmark_event_type event; (event = walk.next()) != CMARK_EVENT_DONE;) {
        if (event != CMARK_EVENT_ENTER) continue;
        auto* node = walk.node();
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) headings.push_back(node);
        if (type == CMARK_NODE_IMAGE) pictures.push_back(node);
        if (type == CMARK_NODE_TEXT && !inside_link(node)) texts.push_back(node);
        if (type != CMARK_NODE_LINK) continue;
        out.links.emplace_back(cmark_node_get_url(node));
        if (address)
            if (const auto other = address(out.links.back()); !other.empty()) cmark_node_set_url(node, other.c_str());
    }
    out.plain = words_of(root.get());
    for (auto* words : texts) link_phone_numbers(words);
    for (auto* picture : pictures) cmark_node_unlink(picture), cmark_node_free(picture);
    for (auto* heading : headings) give_id(heading, out);
    std::unique_ptr<char, decltype(&std::free)> written(cmark_render_html(root.get(), CMARK_OPT_DEFAULT, nullptr), std::free);
    out.html = html::trusted(written.get());
    return out;
}
}
