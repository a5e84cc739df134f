import Glibc
import Testing

@testable import Ingestion

/// Which addresses are of the public internet.
struct PrivateAddressTests {
    static func bytes(_ text: String) -> [UInt8] {
        let family = text.contains(":") ? AF_INET6 : AF_INET
        var bytes = [UInt8](repeating: 0, count: family == AF_INET6 ? 16 : 4)
        return inet_pton(family, text, &bytes) == 1 ? bytes : []
    }

    @Test(arguments: [
        "127.0.0.1", "127.255.0.3", "0.0.0.0", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254", "100.64.0.1", "100.127.255.255", "198.18.0.1", "198.19.255.255", "192.0.0.8", "192.0.2.1",
        "198.51.100.7", "203.0.113.9", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "64:ff9b::10.0.0.1", "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "fc00::1", "fd12:3456::1",
        "fe80::1", "fec0::1", "ff02::1", "100::1", "4000::1",
    ])
    func theSchoolsOwnAndReservedAddressesAreNot(_ text: String) throws {
        let bytes = Self.bytes(text)
        try #require(!bytes.isEmpty)
        #expect(PrivateAddress.contains(bytes))
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "172.15.0.1", "172.32.0.1", "192.167.1.1", "192.169.1.1",
        "100.63.0.1",
        "100.128.0.1", "198.17.0.1", "198.20.0.1", "192.0.1.1", "192.0.3.1", "223.255.255.254", "126.0.0.1",
        "128.0.0.1",
        "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2606:4700::1111", "2001:4860:4860::8888",
        "2a00:1450::1",
        "2001:200::1", "3000::1",
    ])
    func publicAddressesAre(_ text: String) throws {
        let bytes = Self.bytes(text)
        try #require(!bytes.isEmpty)
        #expect(!PrivateAddress.contains(bytes))
    }

    @Test(arguments: [0, 3, 5, 8, 15, 17]) func whatIsNoAddressIsNotOpened(_ count: Int) {
        #expect(PrivateAddress.contains([UInt8](repeating: 8, count: count)))
    }
}
