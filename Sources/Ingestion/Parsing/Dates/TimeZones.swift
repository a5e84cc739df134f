/// Names of time zones as feeds use them. A name that several zones share is read as the one most feeds mean.
enum TimeZones {
    /// The zone's distance from UTC in minutes, east positive; nil for an unknown name.
    static func minutes(_ name: ArraySlice<UInt8>) -> Int? {
        guard name.count <= 5 else { return nil }
        let start = name.startIndex
        if name.count == 3, name[start].asciiLowercased == UInt8(ascii: "g"),
            name[start + 1].asciiLowercased == UInt8(ascii: "m")
        {
            return 0
        }
        return zones[String(decoding: name.map(\.asciiLowercased), as: UTF8.self)]
    }

    private static let zones: [String: Int] = [
        "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "met": 60,
        "mest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240, "trt": 180, "sast": 120,
        "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360,
        "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600, "ast": -240,
        "adt": -180, "nst": -210, "ndt": -150, "brt": -180, "brst": -120, "art": -180, "clt": -240, "clst": -180,
        "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "pht": 480, "wib": 420, "ict": 420, "pkt": 300,
        "awst": 480, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    ]
}
