#include "parsers/text_rules.h"

#include <string>

namespace vigie::parsers {
namespace {

constexpr float k_own_text = 250;      // characters of an article that needs no reader's comments
constexpr float k_own_article = 1000;  // characters after which another <article> is another article

class Rules {
 public:
  Rules(const Document& document, const std::vector<Block>& blocks, const BlockCensus& census, TextChoice& choice)
      : document_(document), blocks_(blocks), census_(census), choice_(choice) {}

  void run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!choice_.kept[i]) continue;
      if (says_title(i)) drop(i, "the title again");
      if (has(blocks_[i].own, Hint::caption)) drop(i, "class:caption");
      if (is_link_between(i)) drop(i, "a link between paragraphs");
      if (is_teaser(i)) drop(i, "a link with a cut excerpt");
    }
    drop_next_articles();
    drop_comments();
  }

 private:
  void drop(std::size_t i, std::string reason) {
    choice_.kept[i] = false;
    choice_.reasons[i] = std::move(reason);
  }

  bool says_title(std::size_t i) const {
    return !census_.title_folded.empty() && census_.surfaces[i].folded == census_.title_folded;
  }

  /// "<p><a>Headline of another story</a></p>" between two paragraphs: a whole sentence may be linked, a headline is
  /// none.
  bool is_link_between(std::size_t i) const {
    return blocks_[i].kind == Tag::p && is_one_link(blocks_[i]) && !census_.surfaces[i].ends_sentence && i > 0 &&
           i + 1 < blocks_.size() && census_.good[i - 1] && census_.good[i + 1];
  }

  bool is_teaser(std::size_t i) const { return blocks_[i].starts_linked && census_.surfaces[i].ends_cut; }

  /// Pages that go on and on hold the next article in an <article> with an h1 of its own, behind the first.
  void drop_next_articles() {
    if (census_.title_at < 0) return;
    const NodeId title = blocks_[static_cast<std::size_t>(census_.title_at)].element;
    const auto with_title = [&](std::size_t i) {
      const NodeId article = census_.article_of[blocks_[i].element];
      return article != k_no_node && document_.contains(article, title);
    };
    float own = 0;
    std::size_t behind = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!with_title(i)) continue;
      behind = i;
      if (choice_.kept[i]) own += blocks_[i].length;
    }
    if (own < k_own_article) return;
    for (std::size_t i = behind + 1; i < blocks_.size(); ++i) {
      const NodeId article = census_.article_of[blocks_[i].element];
      if (!choice_.kept[i] || article == k_no_node || document_.find(Tag::h1, article) == k_no_node) continue;
      drop(i, "of the next article");
    }
  }

  /// Readers' comments are no part of an article that stands on its own; of a page that is all comments they are the
  /// text.
  void drop_comments() {
    const auto is_comment = [&](std::size_t i) { return has(blocks_[i].all | blocks_[i].own, Hint::comments); };
    float own = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) own += choice_.kept[i] && !is_comment(i) ? blocks_[i].length : 0;
    if (own < k_own_text) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (choice_.kept[i] && is_comment(i)) drop(i, "class:comments");
    }
  }

  const Document& document_;
  const std::vector<Block>& blocks_;
  const BlockCensus& census_;
  TextChoice& choice_;
};

}  // namespace

void apply_text_rules(const Document& document, const std::vector<Block>& blocks, const BlockCensus& census,
                      TextChoice& choice) {
  Rules(document, blocks, census, choice).run();
}

}  // namespace vigie::parsers
