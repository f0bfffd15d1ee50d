#include <libxml/tree.h>
#include <libxml/xpath.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include "model/text.h"
#include "parsers/selector.h"

namespace vigie::parsers {
namespace {

constexpr unsigned long k_max_operations = 5'000'000;  // of libxml2's evaluator
constexpr std::size_t k_max_expression = 4000;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeContext {
  void operator()(xmlXPathContext* context) const { xmlXPathFreeContext(context); }
};
struct FreeResult {
  void operator()(xmlXPathObject* result) const { xmlXPathFreeObject(result); }
};

const xmlChar* as_xml(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

/// libxml2's names: what is no letter, digit, dash, dot, colon or underscore would break its own invariants.
bool is_xml_name(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == ':';
  });
}

/// The same tree in libxml2's form, each node's _private one more than its NodeId.
std::unique_ptr<xmlDoc, FreeDocument> copy_tree(const Document& document) {
  std::unique_ptr<xmlDoc, FreeDocument> copy(xmlNewDoc(reinterpret_cast<const xmlChar*>("1.0")));
  if (!copy) return nullptr;
  std::vector<xmlNode*> copies(document.size(), nullptr);
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document[id];
    xmlNode* made = nullptr;
    if (node.tag == Tag::text) {
      const std::string text = valid_utf8(node.text);
      made = xmlNewDocTextLen(copy.get(), as_xml(text), static_cast<int>(text.size()));
    } else {
      const std::string name(is_xml_name(node.text) ? node.text : "other");
      made = xmlNewDocNode(copy.get(), nullptr, as_xml(name), nullptr);
      for (const Attribute* at = document.attributes_begin(id); made && at != document.attributes_end(id); ++at) {
        if (is_xml_name(at->name)) xmlNewProp(made, as_xml(std::string(at->name)), as_xml(valid_utf8(at->value)));
      }
    }
    if (!made) return nullptr;
    made->_private = reinterpret_cast<void*>(static_cast<std::uintptr_t>(id) + 1);
    copies[id] = made;
    xmlNode* parent = node.parent == k_no_node ? reinterpret_cast<xmlNode*>(copy.get()) : copies[node.parent];
    // Adjacent text nodes are not merged: xmlAddChild would free one of them.
    made->parent = parent;
    made->prev = parent->last;
    if (parent->last) parent->last->next = made;
    if (!parent->children) parent->children = made;
    parent->last = made;
  }
  return copy;
}

NodeId id_of(const xmlNode* node) {
  while (node && (node->type == XML_ATTRIBUTE_NODE || !node->_private)) node = node->parent;
  if (!node || node->type == XML_DOCUMENT_NODE) return 0;
  return static_cast<NodeId>(reinterpret_cast<std::uintptr_t>(node->_private) - 1);
}

void ignore_message(void*, xmlErrorPtr) {}

std::string take_string(xmlChar* text) {
  std::string result = text ? reinterpret_cast<const char*>(text) : "";
  xmlFree(text);
  return result;
}

}  // namespace

Expected<std::vector<XPathHit>> select_xpath(const Document& document, std::string_view xpath) {
  const std::string expression(trim_ascii(xpath));
  if (expression.empty() || expression.size() > k_max_expression) {
    return failure(ErrorKind::invalid_config, "cannot read XPath: empty or longer than 4000 bytes");
  }
  const std::unique_ptr<xmlDoc, FreeDocument> tree = copy_tree(document);
  if (!tree) return failure(ErrorKind::limit, "cannot evaluate XPath: out of memory");
  const std::unique_ptr<xmlXPathContext, FreeContext> context(xmlXPathNewContext(tree.get()));
  if (!context) return failure(ErrorKind::limit, "cannot evaluate XPath: out of memory");
  context->error = ignore_message;
  context->opLimit = k_max_operations;
  const std::unique_ptr<xmlXPathObject, FreeResult> result(xmlXPathEvalExpression(as_xml(expression), context.get()));
  if (!result) {
    const bool limited = context->opCount >= context->opLimit;
    return failure(limited ? ErrorKind::limit : ErrorKind::invalid_config,
                   "cannot evaluate XPath \"" + expression + "\"");
  }
  std::vector<XPathHit> hits;
  if (result->type == XPATH_NODESET) {
    const int count = result->nodesetval ? result->nodesetval->nodeNr : 0;
    for (int i = 0; i < count; ++i) {
      const xmlNode* node = result->nodesetval->nodeTab[i];
      if (node->type == XML_NAMESPACE_DECL) continue;
      XPathHit hit{id_of(node), {}};
      if (node->type == XML_ATTRIBUTE_NODE || node->type == XML_TEXT_NODE)
        hit.value = take_string(xmlNodeGetContent(node));
      hits.push_back(std::move(hit));
    }
    std::stable_sort(hits.begin(), hits.end(), [](const XPathHit& a, const XPathHit& b) { return a.node < b.node; });
  } else if (result->type == XPATH_STRING || result->type == XPATH_NUMBER || result->type == XPATH_BOOLEAN) {
    XPathHit hit{0, take_string(xmlXPathCastToString(result.get()))};
    if (!hit.value.empty()) hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace vigie::parsers
