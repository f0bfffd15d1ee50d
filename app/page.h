#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// Markup of ours: a literal known when vigie is compiled, so that nothing from outside can become one.
struct Markup {
  consteval Markup(const char* literal) : text(literal) {}
  std::string_view text;
};

/// An HTML page in the making. Markup goes in as it is, everything else as cleaned and escaped text.
class Page {
 public:
  Page& markup(Markup markup) {
    html_ += markup.text;
    return *this;
  }
  /// One line of text, fit for text and for quoted attributes; at most `limit` code points.
  Page& text(std::string_view text, std::size_t limit = 400);
  /// Paragraphs, each in a <p>.
  Page& paragraphs(std::string_view text, std::size_t limit);
  Page& number(std::int64_t number) {
    html_ += std::to_string(number);
    return *this;
  }
  /// `text` linked to an address of the web's; text alone where the address is none.
  Page& link(std::string_view url, std::string_view text);
  /// A value for a query of ours, percent-encoded.
  Page& query_value(std::string_view value);
  /// Appends a page's part made by itself.
  Page& part(const Page& other) {
    html_ += other.html_;
    return *this;
  }

  const std::string& html() const { return html_; }

 private:
  std::string html_;
};

/// A whole document: head, navigation with the search box holding `query`, `body`, foot.
std::string whole_page(std::string_view title, std::string_view query, const Page& body);

/// The style sheet that whole_page's documents ask for at /style.css.
std::string_view page_style();

}  // namespace vigie
