#pragma once

#include <string>
#include <vector>

#include "digest/export_view.h"

namespace vigie::digest {

/// The header of EuRepoC's Global Database 1.1, its 81 columns in order.
const std::vector<std::string>& eurepoc_columns();
/// A story in those columns, in EuRepoC's own terms; what the articles do not say is left empty.
std::vector<std::string> eurepoc_row(const StoryExport& view, const ExportOptions& options);

/// The header of CFR's Cyber Operations Tracker, its 12 columns in order.
const std::vector<std::string>& cfr_columns();
/// A story in those columns: Date is M/D/YYYY, Response begins with its kind.
std::vector<std::string> cfr_row(const StoryExport& view, const ExportOptions& options);

}  // namespace vigie::digest
