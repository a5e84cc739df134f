/// The words of a column's name: `Contact 1 E-Mail`, `GuardianEmail` and `Erz1_EMail` alike.
struct HeadingWords {
    /// In lower case, numbers apart, without marks.
    let words: [String]
    private let set: Set<String>

    /// Takes a name apart at marks, between letters and digits, and before a capital within a word.
    init(_ heading: String) {
        var words: [String] = []
        var word = ""
        var previous: Character = " "
        for character in heading {
            let isWord = (character.isLetter || character.isNumber) && !"ºª".contains(character)
            let isNew = previous.isNumber != character.isNumber || (previous.isLowercase && character.isUppercase)
            if !isWord || (isNew && !word.isEmpty) {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if isWord { word.append(character) }
            previous = character
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        self.words = words
        set = Set(words)
    }

    /// Whether one of some stems is among the words: four letters and more may go on, as `Klassenlehrerin` does.
    func hasOne(of stems: [String]) -> Bool {
        stems.contains { stem in
            set.contains(stem) || (stem.count >= 4 && words.contains { $0.hasPrefix(stem) })
        }
    }

    /// Whether all of some words are there.
    func hasAll(_ all: [String]) -> Bool { all.allSatisfy { set.contains($0) } }
}

/// What a column may be.
enum HeadingRole: Hashable, CaseIterable {
    case id, given, preferredGiven, family, name, grade, schoolClass, school, email, language, active, until
    /// Addresses of whom nobody says.
    case address
    case guardianEmail, guardianLanguage, guardianConsent, teacherName, teacherEmail
}

extension HeadingWords {
    /// What the name says that the column is, and with how many words; nil: nothing that is read. `isMail`: whether addresses stand in it.
    func role(isMail: Bool) -> (role: HeadingRole, weight: Int)? {
        if hasOne(of: Self.private) { return nil }
        let namesMail = hasOne(of: Self.mail)
        let namesLanguage = hasOne(of: Self.language)
        let isAdult = hasOne(of: Self.adults)
        // A tutor is a teacher in some countries and a parent in others.
        let isFamily = isAdult || hasOne(of: Self.families) || (hasAll(["tutor"]) && hasOne(of: ["correo", "legal"]))
        if hasOne(of: Self.consent) { return isFamily || words.count == 1 ? (.guardianConsent, 1) : nil }
        if isFamily, namesMail || isMail { return (.guardianEmail, 2) }
        if namesLanguage, isAdult || hasOne(of: ["family", "familia", "familiar", "famille", "famiglia", "familie"]) {
            return (.guardianLanguage, 2)
        }
        if isAdult { return nil }
        if hasOne(of: Self.teachers) || (hasAll(["tutor"]) && !hasOne(of: Self.groups)) {
            return namesMail || isMail ? (.teacherEmail, 2) : (.teacherName, 1)
        }
        // Only a name that says so makes an address the learner's: a parent's must not be taken for it.
        if namesMail || isMail { return hasOne(of: Self.pupils) ? (.email, 2) : (.address, 1) }
        if namesLanguage { return (.language, 1) }
        var best: (role: HeadingRole, weight: Int)?
        for (role, names) in Self.names {
            for name in names where hasAll(name) && name.count > best?.weight ?? 0 {
                // One word says it only where not much else stands beside it.
                guard name.count > 1 || words.count <= 3 else { continue }
                best = (role, name.count)
            }
        }
        return best
    }

    private static let mail = ["email", "mail", "emails", "mails", "correo", "courriel", "mél", "posta"]
    private static let adults = [
        "parent", "guardian", "mother", "father", "erz", "erziehungs", "sorgeberechtigt", "eltern", "mutter", "vater",
        "ouder", "ouders", "voogd", "verzorger", "repr", "représentant", "representante", "child", "padre", "madre",
        "genitore", "genitori", "père", "mère", "tuteur", "responsable", "responsabile", "carer",
    ]
    private static let pupils = [
        "student", "pupil", "learner", "schüler", "alumno", "alumna", "alumnado", "élève", "alunno", "leerling", "elev",
    ]
    private static let families = [
        "contact", "family", "familia", "familiar", "famille", "famiglia", "home", "familie",
    ]
    private static let teachers = [
        "teacher", "lehrer", "lehrkraft", "klassenlehr", "klassenleit", "klassenvorstand", "profesor", "docente",
        "maestro",
        "insegnante", "professeur", "enseignant", "instructor", "staff",
    ]
    private static let groups = ["group", "grp", "gruppe", "grupo"]
    private static let language = [
        "language", "sprache", "verkehrssprache", "muttersprache", "lengua", "idioma", "langue", "lingua",
    ]
    private static let consent = [
        "consent", "agreed", "einverständnis", "einwilligung", "consentimiento", "autorización", "consentement",
        "consenso",
    ]
    /// What no list needs; a consent to something else is none of ours.
    private static let `private` = [
        "phone", "telephone", "telefon", "teléfono", "tel", "mobile", "móvil", "handy", "cell", "sms", "ssn", "dob",
        "birth", "geburt", "nacimiento", "naissance", "nascita", "gender", "sex", "geschlecht", "sexo", "street",
        "postcode", "zip", "plz", "religion", "konfession", "dni", "nif", "ethnicity", "medical", "password",
        "passwort", "contraseña", "username", "upn", "uln", "fsm", "photo", "foto", "image", "bild", "trip",
        "relationship",
    ]

    private static let names: [(HeadingRole, [[String]])] = [
        (
            .id,
            [
                ["adno"], ["admission", "no"], ["admission", "number"], ["student", "number"], ["student", "id"],
                ["student", "no"], ["pupil", "ref"], ["pupil", "id"], ["pupil", "no"], ["pupil", "number"],
                ["learner", "id"], ["id"], ["schüler", "nr"], ["schüler", "id"], ["schülernummer"], ["schülernr"],
                ["schüler", "nummer"], ["schülerid"], ["schulernr"], ["id", "escolar"], ["nie"], ["nia"],
                ["expediente"], ["matrícula"], ["matricola"], ["other", "id"], ["local", "id"], ["person", "id"],
                ["ine"], ["matrikelnummer"], ["sourced", "id"], ["student", "key"], ["n", "id", "escolar"],
            ]
        ),
        (
            .preferredGiven,
            [
                ["preferred", "forename"], ["preferred", "first", "name"], ["preferred", "name"],
                ["preferred", "given"],
                ["chosen", "forename"], ["rufname"], ["known", "as"], ["nickname"], ["usual", "forename"],
                ["preferred", "first"],
            ]
        ),
        (
            .given,
            [
                ["forename"], ["first", "name"], ["firstname"], ["given", "name"], ["given"], ["vorname"], ["vornamen"],
                ["nombre"], ["prénom"], ["prenom"], ["nome"], ["first"], ["legal", "forename"],
                ["legal", "first", "name"],
            ]
        ),
        (
            .family,
            [
                ["surname"], ["last", "name"], ["lastname"], ["family", "name"], ["nachname"], ["familienname"],
                ["zuname"], ["apellidos"], ["apellido"], ["nom"], ["cognome"], ["last"], ["legal", "surname"],
                ["preferred", "surname"],
            ]
        ),
        (
            .name,
            [
                ["name"], ["student", "name"], ["full", "name"], ["student", "full", "name"], ["pupil"],
                ["pupil", "name"],
                ["learner", "name"], ["last", "first"], ["name", "last", "first"], ["alumno"], ["alumna"], ["élève"],
                ["nombre", "completo"], ["schüler"], ["alunno"], ["student"], ["nome", "completo"],
            ]
        ),
        (
            .grade,
            [
                ["grade"], ["grade", "level"], ["gr"], ["year"], ["year", "group"], ["yr"], ["nc", "year"], ["jg"],
                ["jahrgang"], ["jahrgangsstufe"], ["jgst"], ["stufe"], ["klassenstufe"], ["schulstufe"], ["curso"],
                ["nivel"], ["niveau"], ["grad", "yr"], ["grad", "year"], ["graduation", "year"], ["anno"],
            ]
        ),
        (
            .schoolClass,
            [
                ["class"], ["class", "name"], ["reg"], ["reg", "group"], ["registration", "group"], ["form"],
                ["tutor", "group"], ["tutor", "grp"], ["home", "room"], ["homeroom"], ["advisory"], ["section"],
                ["klasse"], ["lerngruppe"], ["kurs"], ["course"], ["course", "title"], ["course", "name"], ["unidad"],
                ["grupo"], ["clase"], ["classe"], ["division"], ["cl"], ["sezione"], ["set"],
            ]
        ),
        (
            .school,
            [
                ["school"], ["school", "name"], ["schule"], ["schulname"], ["colegio"], ["centro"], ["établissement"],
                ["scuola"], ["entity"], ["campus"], ["building"],
            ]
        ),
        (
            .active,
            [
                ["status"], ["enroll", "status"], ["enrollment", "status"], ["enrolment", "status"], ["active"],
                ["on", "roll"], ["estado"], ["statut"], ["stato"], ["aktiv"],
            ]
        ),
        (
            .until,
            [
                ["date", "of", "leaving"], ["leaving", "date"], ["leave", "date"], ["dol"], ["exit", "date"],
                ["withdrawal", "date"], ["end", "date"], ["date", "left"], ["austrittsdatum"], ["abgangsdatum"],
                ["austritt"], ["fecha", "de", "baja"], ["fecha", "baja"], ["date", "de", "sortie"], ["data", "uscita"],
            ]
        ),
    ]
}
