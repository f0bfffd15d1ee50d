#pragma once

#include <string_view>

#include "parsers/pdf.h"

namespace vigie::parsers {

/// Reads a PDF in this process; memory and the time of a single page have no bound. For read_pdf's process alone.
Expected<PdfText> read_with_poppler(std::string_view bytes, const PdfLimits& limits);

}  // namespace vigie::parsers
