#pragma once

#include <memory>
#include <vector>

#include "crawler/transfer.h"

namespace vigie::crawler {

/// Bodies wait at their sender's side while memory or room for answers is short (Transfer::must_hold): what is under
/// way cannot fill the memory. Lets those go on that may; one that has not begun does not wait for long, or the sender
/// would give up. Of large bodies without room one at a time has its turn.
void let_bodies_in(TransferContext& context, const std::vector<std::unique_ptr<Transfer>>& active, bool stopping,
                   Tick now);

}  // namespace vigie::crawler
