#include "parsers/pdf_poppler.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <memory>

#include "model/text.h"
#include "parsers/metadata.h"

namespace vigie::parsers {
namespace {

std::string utf8_of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return valid_utf8(std::string_view(bytes.data(), bytes.size()));
}

void ignore_message(const std::string&, void*) {}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\f");
    lines.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

/// A line without its digits: page numbers and running heads read alike on every page.
std::string head_key(std::string_view line) {
  std::string key;
  for (char c : collapse_space(line)) {
    if (c < '0' || c > '9') key.push_back(c);
  }
  return key;
}

bool ends_sentence(std::string_view line) {
  static constexpr std::string_view k_ends[] = {".", "!", "?", ":", ".”", ".\"", "»", "。", "！", "？", "؟", "।", "…"};
  return std::any_of(std::begin(k_ends), std::end(k_ends), [&](std::string_view end) { return line.ends_with(end); });
}

/// Lines of all pages, those left out that stand at the top or bottom of most pages.
std::vector<std::string> body_lines(const std::vector<std::vector<std::string>>& pages) {
  std::map<std::string, int> edges;
  for (const std::vector<std::string>& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (i < 3 || i + 3 >= page.size()) ++edges[head_key(page[i])];
    }
  }
  std::vector<std::string> lines;
  for (const std::vector<std::string>& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      const bool edge = i < 3 || i + 3 >= page.size();
      const std::string key = edge ? head_key(page[i]) : std::string();
      if (edge && collapse_space(page[i]).empty()) continue;
      if (edge && key.size() <= 6 && page[i].find_first_of("0123456789") != std::string::npos)
        continue;  // a page number
      if (edge && pages.size() > 2 && edges[key] * 2 > static_cast<int>(pages.size())) continue;
      lines.push_back(page[i]);
    }
  }
  return lines;
}

/// Lines joined to paragraphs: a blank line, or a short line that ends a sentence, ends one. A hyphen at a line's end
/// is taken away when a lower-case letter follows.
std::string paragraphs_of(const std::vector<std::string>& lines) {
  std::size_t width = 0;
  std::vector<std::size_t> widths;
  for (const std::string& line : lines) {
    const std::size_t length = count_code_points(collapse_space(line));
    if (length > 20) widths.push_back(length);
  }
  if (!widths.empty()) {
    std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 4), widths.end());
    width = widths[widths.size() * 3 / 4];
  }
  std::string text;
  std::string paragraph;
  const auto finish = [&] {
    if (paragraph.empty()) return;
    if (!text.empty()) text.append("\n\n");
    text.append(paragraph);
    paragraph.clear();
  };
  for (const std::string& raw : lines) {
    const std::string line = collapse_space(raw);
    if (line.empty()) {
      finish();
      continue;
    }
    const bool bullet =
        line.starts_with("•") || line.starts_with("- ") || line.starts_with("– ") || line.starts_with("▪");
    if (bullet) finish();
    if (paragraph.ends_with('-') && line[0] >= 'a' && line[0] <= 'z') {
      paragraph.pop_back();
      paragraph.append(line);
    } else {
      const bool unspaced = !paragraph.empty() && is_unspaced_script(code_point_at(line, 0).value);
      if (!paragraph.empty() && !unspaced) paragraph.push_back(' ');
      paragraph.append(line);
    }
    if (count_code_points(line) * 10 < width * 7 && ends_sentence(line)) finish();
  }
  finish();
  return text;
}

std::optional<Date> date_of(time_t stamp) {
  if (stamp == static_cast<time_t>(-1) || stamp <= 0) return std::nullopt;
  return Date{Time(seconds(stamp)), Precision::second, true};
}

/// Titles that programs put in by themselves.
bool is_file_title(std::string_view title) {
  const std::string lower = ascii_lower(title);
  for (std::string_view end : {".doc", ".docx", ".indd", ".pdf", ".rtf", ".odt", ".qxd", ".xls", ".ppt", ".pptx"}) {
    if (lower.ends_with(end)) return true;
  }
  return lower.starts_with("microsoft word") || lower == "untitled" || lower.starts_with("untitled-") ||
         lower.find(' ') == std::string::npos;
}

}  // namespace

Expected<PdfText> read_with_poppler(std::string_view bytes, const PdfLimits& limits) {
  const std::clock_t begin = std::clock();
  poppler::set_debug_error_function(ignore_message, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return failure(ErrorKind::malformed, "cannot read PDF: its structure is damaged");
  if (document->is_locked()) return failure(ErrorKind::unsupported, "cannot read PDF: it is encrypted");
  PdfText result;
  result.pages = document->pages();
  std::vector<std::vector<std::string>> pages;
  std::size_t size = 0;
  const auto in_time = [&] { return (std::clock() - begin) / CLOCKS_PER_SEC < limits.reading.count(); };
  for (int i = 0; i < std::min(result.pages, limits.max_pages) && size < limits.max_text_bytes && in_time(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) continue;
    const std::string text = utf8_of(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
    size += text.size();
    pages.push_back(lines_of(clip_utf8(text, limits.max_text_bytes)));
  }
  result.text = nfc(paragraphs_of(body_lines(pages)));
  if (result.text.empty()) return failure(ErrorKind::no_article, "cannot read PDF: no text in its pages");
  result.title = collapse_space(utf8_of(document->get_title()));
  if (result.title.empty() || is_file_title(result.title)) {
    // The first paragraph that is short enough to be a headline.
    result.title = std::string(clip_utf8(std::string_view(result.text).substr(0, result.text.find("\n\n")), 200));
  }
  result.authors = split_byline(utf8_of(document->get_author()));
  result.created = date_of(document->get_creation_date_t());
  return result;
}

}  // namespace vigie::parsers
