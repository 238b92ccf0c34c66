#include "platform/documents/module/finish.hpp"
#include "platform/documents/module/artifacts.hpp"
#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace documents {
namespace {
using Object = QPDFObjectHandle;

// Walks the structure tree beside the list of elements as they were begun: the same order, or something is wrong in the drawing.
class StructureTree {
    const std::vector<Element>& elements_;
    std::size_t next_ = 0;

    static void add_to(Object node, const Element& element) {
        if (!element.alt.empty()) node.replaceKey("/Alt", Object::newUnicodeString(element.alt));
        if (!element.language.empty()) node.replaceKey("/Lang", Object::newString(element.language));
        if (element.scope.empty()) return;
        auto attributes = Object::newDictionary();
        attributes.replaceKey("/O", Object::newName("/Table"));
        attributes.replaceKey("/Scope", Object::newName("/" + element.scope));
        node.replaceKey("/A", attributes);
    }

    static bool is_element(Object kid) { return kid.isDictionary() && kid.hasKey("/S"); }

    // The elements below, in reading order.
    void walk_kids(Object node) {
        auto kids = node.getKey("/K");
        if (is_element(kids)) walk(kids);
        if (!kids.isArray()) return;
        std::vector<std::pair<int, Object>> ordered;
        for (auto& kid : kids.getArrayAsVector()) {
            const int order = is_element(kid) && next_ < elements_.size() ? elements_[next_].order : -1;
            if (is_element(kid)) walk(kid);
            ordered.emplace_back(order, kid);
        }
        std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        auto sorted = Object::newArray();
        for (auto& [order, kid] : ordered) sorted.appendItem(kid);
        node.replaceKey("/K", sorted);
    }

    void walk(Object node) {
        if (next_ >= elements_.size() || node.getKey("/S").getName() != "/" + elements_[next_].tag) throw std::logic_error("strukturträdet har en annan ordning än det som ritades");
        add_to(node, elements_[next_++]);
        walk_kids(node);
    }

public:
    StructureTree(Object root, const std::vector<Element>& elements) : elements_(elements) {
        walk_kids(root);
        if (next_ != elements_.size()) throw std::logic_error("strukturträdet saknar något som ritades");
    }
};

// A screen reader that lists links says these words where it cannot read the text under them.
void describe_links(Object page) {
    auto annotations = page.getKey("/Annots");
    if (!annotations.isArray()) return;
    for (auto annotation : annotations.getArrayAsVector()) {
        auto action = annotation.getKey("/A");
        if (!action.isDictionary() || !action.hasKey("/URI")) continue;
        annotation.replaceKey("/Contents", Object::newUnicodeString(action.getKey("/URI").getUTF8Value()));
    }
}

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}
}

std::string finished(Drawn drawn, const Document& document) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("cairo", drawn.bytes.data(), drawn.bytes.size());
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", Object::newString(document.language));
    root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
    StructureTree(root.getKey("/StructTreeRoot"), drawn.elements);
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        describe_links(page.getObjectHandle());
        page.getObjectHandle().replaceKey("/Tabs", Object::newName("/S"));
        mark_decoration(page);
    }
    return written(pdf);
}
}
