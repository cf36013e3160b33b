/// Why a setup or an order does not stand, by its code; an unknown code is shown as it is.
func vietnameseReason(_ code: String) -> String { reasons[code]?.vi ?? code }

/// The same in English.
func englishReason(_ code: String) -> String { reasons[code]?.en ?? code }

private let reasons: [String: (vi: String, en: String)] = [:]
