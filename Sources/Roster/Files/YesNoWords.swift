/// Yes and no as people write them into tables, in the languages of many schools. A word that means the one in one language and the
/// other in another is neither.
enum YesNoWords {
    /// `yes` or `no`; nil: it is neither.
    static func read(_ text: String) -> String? {
        let word = text.lowercased()
        if yes.contains(word) { return "yes" }
        return no.contains(word) ? "no" : nil
    }

    /// Whether a word says that somebody is at a school, as administrations write it; nil: it does not say.
    static func isThere(_ text: String) -> String? {
        let word = text.lowercased()
        if there.contains(word) { return "yes" }
        return gone.contains(word) ? "no" : read(text)
    }

    private static let yes: Set<String> = [
        "yes", "y", "true", "t", "1", "sí", "si", "sì", "oui", "vrai", "ja", "j", "wahr", "sim", "vero", "verdadero",
        "так",
        "да", "tak", "ano", "igen", "evet", "kyllä", "jah", "jā", "taip", "نعم", "是", "はい", "예", "네",
    ]
    private static let no: Set<String> = [
        "no", "n", "false", "f", "0", "non", "faux", "nein", "falsch", "não", "nao", "falso", "ні", "нет", "nie", "nem",
        "hayır", "hayir", "ei", "nej", "nee", "nē", "لا", "否", "いいえ", "아니요",
    ]
    private static let there: Set<String> = [
        "active", "enrolled", "current", "on roll", "aktiv", "activo", "activa", "attivo", "attiva", "actif", "ativo",
    ]
    private static let gone: Set<String> = [
        "inactive", "withdrawn", "left", "leaver", "off roll", "transferred", "graduated", "inaktiv", "abgemeldet",
        "inactivo", "inactiva", "baja", "inattivo", "inactif", "inativo",
    ]
}
