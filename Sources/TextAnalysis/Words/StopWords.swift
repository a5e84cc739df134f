/// Words that say nothing of a text's topic, and much of its language.
public enum StopWords {
    /// The languages that have a list (BCP 47 primary tags), in the order in which detection prefers them.
    public static let languages = ["en", "es", "fr", "de", "it", "pt", "nl"]

    /// The stop words of a language in lower case; empty where there is no list.
    public static func of(_ language: String) -> Set<String> { lists[language] ?? [] }

    private static let lists: [String: Set<String>] = words.mapValues { text in
        Set(text.split(whereSeparator: \.isWhitespace).map { String($0) })
    }

    private static let words: [String: String] = [
        "en": """
        a about above after again against all also am an and any are as at be because been before being below
        between both but by can could did do does doing down during each even every few for from further get had
        has have having he her here hers him his how i if in into is it its itself just like made make many may me
        might more most much must my new no nor not now of off on once one only or other our out over own same she
        should so some such than that the their them then there these they this those through to too two under
        until up upon us use used very was we were what when where which while who whom why will with would you
        your
        """,
        "es": """
        a al algo algunos ante antes aquí así aunque cada como con contra cual cuando de del desde donde dos el
        ella ellas ellos en entre era eran es esa ese eso esta estaba están este esto estos fue fueron ha había
        hace hacia han hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros o otra otro
        para pero poco por porque pues que quien se sea según ser si sí sido sin sobre solo son su sus también
        tan tanto te tiene tienen todo todos tu un una uno unos y ya yo
        """,
        "fr": """
        à au aucun aussi autre aux avec avoir bien car ce cela ces cet cette chaque comme dans de des deux
        donc dont du elle elles en encore entre est et été être eu fait fut il ils je jusque la là le les leur
        leurs lorsque lui mais même mes moins mon ne ni nos notre nous on ont ou où par parce pas peu peut plus
        pour pourquoi quand que quel quelle qui quoi sa sans se ses si son sont sous sur ta te tes toi ton tous
        tout toute très trop tu un une vers votre vous y
        """,
        "de": """
        aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dein dem den denn der des
        dessen die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch
        für gegen habe haben hat hatte hier ich ihm ihn ihr ihre im immer in ins ist ja jede jeder kann kein keine
        können man mehr mein mich mir mit muss nach nicht noch nun nur ob oder ohne schon sehr sein seine sich
        sie sind so über um und uns unter viel vom von vor war waren was weil wenn wer werden wie wieder wir wird
        wo wurde zu zum zur zwischen
        """,
        "it": """
        a ad agli ai al alla alle allo anche ancora che chi ci come con cui da dai dal dalla delle dei del
        della dello di dopo dove due e è ed era erano essere fra gli ha hanno i il in io la le lei lo loro lui ma
        mentre mi mio molto ne negli nei nel nella nelle no noi non nostra o per perché più poi prima può quando
        quanto quella questa questo se sei senza si sia sono sta su sua sui sul sulla suo tra tutti tutto un una
        uno
        """,
        "pt": """
        a ao aos às até cada com como da das de dela dele depois do dos e é ela elas ele eles em entre era essa
        esse esta está este eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não nas nem no
        nos nós nossa o os ou para pela pelo por porque quando que quem são se sem ser seu sua só também te tem
        um uma você vocês
        """,
        "nl": """
        aan al alles als altijd bij daar dan dat de deze die dit doch doen door dus een en er ge geen haar had
        hebben heeft hem het hier hij hoe hun iets ik in is je kan maar meer men met mij mijn moet na naar niet
        niets nog nu of om omdat ook op over reeds te tegen toch toen tot u uit uw van veel voor waren was wat
        werd wezen wie wil worden zal ze zich zij zijn zo zonder zou
        """,
    ]
}
