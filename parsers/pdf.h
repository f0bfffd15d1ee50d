#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "model/time.h"

namespace vigie::parsers {

/// What a PDF says: its text as paragraphs, and its own title, author and date.
struct PdfText {
  std::string title;
  std::string text;  // UTF-8, NFC, paragraphs parted by a blank line; running heads and page numbers left out
  std::vector<std::string> authors;
  std::optional<Date> created;
  int pages = 0;
};

struct PdfLimits {
  std::size_t max_bytes = 32u << 20;      // of the file
  int max_pages = 200;                    // pages behind these are not read
  std::size_t max_text_bytes = 4u << 20;  // text behind these is not read
  std::size_t max_memory = 256u << 20;    // of the reading process, beyond what it began with
  std::chrono::seconds reading{1};        // CPU time after which no further page is begun
  std::chrono::seconds deadline{3};       // CPU time after which reading is given up
};

bool looks_like_pdf(std::string_view bytes);

/// Reads a PDF through poppler, in a process of its own: a file of 80 KB can ask for gigabytes, and poppler has no
/// bounds. The process ends with the call, at the latest after ten times the deadline on the wall clock. Safe from any
/// thread. Errors: malformed, unsupported (encrypted), limit (also of memory and time), no_article (no text layer).
Expected<PdfText> read_pdf(std::string_view bytes, const PdfLimits& limits = {});

}  // namespace vigie::parsers
