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
    std::vector<cmark_node*> headings, pictures;
    Iterate walk(root.get());
    for (cmark_event_type event; (event = walk.next()) != CMARK_EVENT_DONE;) {
        if (event != CMARK_EVENT_ENTER) continue;
        auto* node = walk.node();
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) headings.push_back(node);
        if (type == CMARK_NODE_IMAGE) pictures.push_back(node);
        if (type != CMARK_NODE_LINK) continue;
        out.links.emplace_back(cmark_node_get_url(node));
        if (address)
            if (const auto other = address(out.links.back()); !other.empty()) cmark_node_set_url(node, other.c_str());
    }
    for (auto* picture : pictures) cmark_node_unlink(picture), cmark_node_free(picture);
    out.plain = words_of(root.get());
    for (auto* heading : headings) give_id(heading, out);
    std::unique_ptr<char, decltype(&std::free)> written(cmark_render_html(root.get(), CMARK_OPT_DEFAULT, nullptr), std::free);
    out.html = html::trusted(written.get());
    return out;
}
}
