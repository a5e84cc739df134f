import Content
import ContentDigest

extension IncomingItem {
    /// The digest of what it says, with the date that counts: the same digest is the same version. Another spelling of the
    /// address, or another key to the same image, says nothing new.
    func digest(published: Timestamp) -> String {
        let date = published.iso
        let measures = [level.map { "\($0)" } ?? "", "\(minutes)"]
        let picture = image.map { String($0.prefix { $0 != "?" }) } ?? ""
        let parts = [canonicalURL ?? url ?? "", title, summary, text, language ?? "", picture, date] + measures
        return ContentDigest(of: parts + (license.map { [$0] } ?? []) + authors + ["\u{1}"] + tags).hex
    }
}
