/// Tells addresses of the school's own network from those of the internet, so that a feed's address (or what it
/// redirects to) cannot make Gleaner read what only the school's network may see.
enum PrivateAddress {
    /// Whether an address (4 or 16 bytes, in network order) is not one of the public internet: loopback, private, shared,
    /// link-local, multicast or reserved (RFC 6890).
    static func contains(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: v4(bytes)
        case 16: v6(bytes)
        default: true
        }
    }

    private static func v4(_ a: [UInt8]) -> Bool {
        switch (a[0], a[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168), (224..., _): true
        case (100, 64...127), (172, 16...31), (198, 18...19): true
        case (192, 0): a[2] == 0 || a[2] == 2
        case (192, 88): a[2] == 99
        case (198, 51): a[2] == 100
        case (203, 0): a[2] == 113
        default: false
        }
    }

    private static func v6(_ a: [UInt8]) -> Bool {
        // An IPv4 address in an IPv6 one is judged as what it is: mapped (::ffff:), translated (64:ff9b::), 6to4 (2002:).
        if a[0..<10].allSatisfy({ $0 == 0 }), a[10] == 0xFF, a[11] == 0xFF { return v4(Array(a[12...])) }
        if a[0..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return v4(Array(a[12...])) }
        if a[0] == 0x20, a[1] == 0x02 { return v4(Array(a[2..<6])) }
        // Only 2000::/3 is given out as public; protocols' own addresses (2001::/23, with Teredo's, which hide an IPv4
        // address) and documentation's lie in it.
        if a[0] == 0x20, a[1] == 0x01, a[2] < 2 { return true }
        return a[0] & 0xE0 != 0x20 || a[0..<4].elementsEqual([0x20, 0x01, 0x0D, 0xB8])
    }
}
