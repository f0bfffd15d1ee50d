#include "crawler/body_room.h"

#include <algorithm>

namespace vigie::crawler {
namespace {

constexpr Tick k_hold_body{15000};               // longest that a body is kept waiting for room
constexpr std::size_t k_lead_bytes = 1'000'000;  // or keeps it, where so much came in that time
constexpr Tick k_lead{2000};                     // how long a large body grows alone before another has its turn

void lead(TransferContext& context, const Transfer& transfer, Tick now) {
  context.leader = &transfer;
  context.leader_since = now;
  context.leader_bytes = transfer.body_bytes();
}

// The leader whose time is over, if any: one that comes fast is soon done and keeps its turn.
const Transfer* leader_to_relieve(TransferContext& context, Tick now) {
  const Transfer* const leader = context.leader;
  if (leader == nullptr || now - context.leader_since < k_lead) return nullptr;
  if (leader->body_bytes() - context.leader_bytes < k_lead_bytes) return leader;
  lead(context, *leader, now);
  return nullptr;
}

}  // namespace

void let_bodies_in(TransferContext& context, const std::vector<std::unique_ptr<Transfer>>& active, bool stopping,
                   Tick now) {
  const Transfer* const led = leader_to_relieve(context, now);
  if (led != nullptr) context.leader = nullptr;
  Transfer* largest = nullptr;
  for (const auto& transfer : active) {
    if (!transfer->held()) continue;
    const bool begun = transfer->body_bytes() > 0;
    const bool room = begun ? !context.no_room_to_grow() : !context.no_room_to_begin() && !context.hold_bodies;
    if (stopping || (!begun && now - transfer->begun() >= k_hold_body)) {
      transfer->resume(Transfer::Hold::never);
    } else if (room) {
      transfer->resume(Transfer::Hold::again);
    } else if (begun && (largest == nullptr || largest == led ||
                         (transfer.get() != led && transfer->body_bytes() > largest->body_bytes()))) {
      largest = transfer.get();
    }
  }
  if (largest == nullptr || context.leader != nullptr) return;
  lead(context, *largest, now);
  largest->resume(Transfer::Hold::again);
}

}  // namespace vigie::crawler
