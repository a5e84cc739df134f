/// Names of months in the languages that feeds of European schools are written in.
enum MonthNames {
    /// The month of an English name or its first three letters.
    static func english(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let start = word.startIndex
        let key =
            UInt32(word[start].asciiLowercased) << 16 | UInt32(word[start + 1].asciiLowercased) << 8
            | UInt32(word[start + 2].asciiLowercased)
        guard let index = englishKeys.firstIndex(of: key) else { return nil }
        if word.count == 3 { return index + 1 }
        let text = String(decoding: word, as: UTF8.self).lowercased()
        return languages[0][index].hasPrefix(text) || text == "sept" ? index + 1 : nil
    }

    /// The month of a name, or of a beginning of at least three letters, in any of the languages. Accents may be missing.
    static func other(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 3, word.count <= longestWord else { return nil }
        guard word.contains(where: { $0 >= 0x80 }) else { return table.month(of: word.map(\.asciiLowercased)) }
        return table.month(of: Array(folded(String(decoding: word, as: UTF8.self).lowercased()).utf8))
    }

    /// Bytes of the longest name with room for another ending.
    private static let longestWord = 40

    private static let table = MonthTable(languages: languages, shortForms: shortForms)

    private static let englishKeys: [UInt32] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        .map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// Short forms that begin no name.
    private static let shortForms: [String: Int] = [
        "mrz": 3, "mär": 3, "maerz": 3, "mrt": 3, "jui": 6, "fevr": 2, "janv": 1, "avr": 4, "juil": 7, "sept": 9,
        "ene": 1, "abr": 4, "ago": 8, "dic": 12, "gen": 1, "mag": 5, "giu": 6, "lug": 7, "set": 9, "ott": 10,
        "fev": 2, "mai": 5, "out": 10, "dez": 12, "mei": 5, "okt": 10, "maj": 5, "des": 12, "lip": 7, "lis": 11,
        "paz": 10, "wrz": 9, "sie": 8, "cze": 6, "kwi": 4, "lut": 2, "sty": 1, "gru": 12, "мая": 5, "ιουλ": 7,
        "ιουν": 6, "μαϊ": 5, "μαι": 5, "μαρ": 3, "jpoul": 7, "sij": 1,
    ]

    /// Twelve names a language, without accents. The order decides where two languages use one beginning.
    private static let languages: [[String]] = [
        "january february march april may june july august september october november december",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november desember",
        "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
        "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
        "leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος νοεμβριος δεκεμβριος",
        "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu",
        "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
        "sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    ].map { $0.split(separator: " ").map(String.init) }

    /// Lower-case letters without their accents.
    private static func folded(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
            out.append(plainLetters[scalar] ?? scalar)
        }
        return String(out)
    }

    private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (plain, accented) in [
            ("a", "àáâãäåāăą"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëēęě"), ("g", "ğ"), ("i", "ìíîïıī"), ("l", "ł"),
            ("n", "ñńň"), ("o", "òóôõöøőō"), ("r", "ř"), ("s", "śšşș"), ("t", "ťţț"), ("u", "ùúûüůűū"), ("y", "ýÿ"),
            ("z", "źżž"), ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋ"), ("ω", "ώ"),
        ] as [(Unicode.Scalar, String)] {
            for scalar in accented.unicodeScalars { letters[scalar] = plain }
        }
        return letters
    }()
}
