#pragma once

#include <string>

#include "parsers/article_page.h"

namespace vigie {

/// Why a page reads as it does, for a person: the stage and the container, each witness of each field with the chosen
/// one marked, what was dropped out of the container in the page's order, and a count of the rest. What comes from
/// outside is escaped.
std::string page_report(const parsers::PageReading& reading);

}  // namespace vigie
