/// The paper that pages are laid out for; key `print.paper` of the configuration.
public enum Paper: String, Hashable, Sendable, CaseIterable {
    /// 210 × 297 mm.
    case a4 = "A4"
    /// 8.5 × 11 inches.
    case letter = "Letter"
}
