#pragma once

#include "classifier/category.h"

namespace vigie::classifier {

/// Every word that names a body of a state, a firm or an institution.
inline constexpr CategorySet k_institutions = range_of(Category::ministry_foreign, Category::infrastructure);

/// What may belong to a state, speak for it or be hit.
inline constexpr CategorySet k_bodies = k_institutions - CategorySet{Category::spokesperson, Category::infosec};

/// Bodies that are told as hit more often than they speak.
inline constexpr CategorySet k_hit_bodies =
    k_bodies - CategorySet{Category::embassy,      Category::minister,   Category::president, Category::prime_minister,
                           Category::court,        Category::prosecutor, Category::police,    Category::cert,
                           Category::intelligence, Category::igo};

/// Bodies that attack nobody: an operation named beside them was against them.
inline constexpr CategorySet k_peaceful_bodies = {Category::ministry_foreign,
                                                  Category::ministry_finance,
                                                  Category::ministry_justice,
                                                  Category::ministry,
                                                  Category::parliament,
                                                  Category::election,
                                                  Category::party,
                                                  Category::diplomat,
                                                  Category::local_government,
                                                  Category::bank,
                                                  Category::energy,
                                                  Category::telecom,
                                                  Category::transport,
                                                  Category::health,
                                                  Category::water,
                                                  Category::defence_industry,
                                                  Category::critical_infrastructure,
                                                  Category::education};

/// Who speaks.
inline constexpr CategorySet k_speaking_bodies = range_of(Category::ministry_foreign, Category::military) |
                                                 CategorySet{Category::media, Category::infosec, Category::vendor,
                                                             Category::press, Category::company, Category::report};

}  // namespace vigie::classifier
