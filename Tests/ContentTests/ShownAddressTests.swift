import Content
import Testing

/// What is shown of addresses that hold secrets.
@Suite struct ShownAddressTests {
    @Test(arguments: [
        ("https://reader:hunter2@feeds.example/a.xml", "https://feeds.example/a.xml"),
        ("https://hunter2@feeds.example/a.xml", "https://feeds.example/a.xml"),
        ("https://re@der:hun@ter2@feeds.example:8080/@a", "https://feeds.example:8080/@a"),
        ("https://reader:hun/ter2@feeds.example/a.xml", "https://feeds.example/a.xml"),
        ("https://feeds.example/a?key=hunter2&page=2", "https://feeds.example/a?key=…&page=2"),
        (
            "https://feeds.example/a?page=2&Access_Token=hunter2#top",
            "https://feeds.example/a?page=2&Access_Token=…#top"
        ),
        ("https://feeds.example/a?api-key=hunter2;x=1", "https://feeds.example/a?api-key=…;x=1"),
        ("https://feeds.example/a#token=hunter2", "https://feeds.example/a#token=…"),
        ("https://feeds.example/a?X-Amz-Signature=hunter2", "https://feeds.example/a?X-Amz-Signature=…"),
        ("http://[::1]:80/a?auth=hunter2", "http://[::1]:80/a?auth=…"),
    ])
    func secretsAreLeftOut(_ address: String, _ shown: String) {
        #expect(ShownAddress(address).description == shown)
        #expect(ShownAddress.text("error: \(address)") == "error: \(shown)")
        #expect(ShownAddress.text("'\(address)' is there") == "'\(shown)' is there")
        #expect(ShownAddress.text("“\(address)” is there") == "“\(shown)” is there")
        #expect(ShownAddress.text("at \(address): gone (\(address)).") == "at \(shown): gone (\(shown)).")
        #expect(ShownAddress(shown).description == shown, "what is shown is shown as it is")
        let finding = Finding(.error, at: address, "see \(address)", remedy: "take \(address) out")
        #expect(!"\(finding)".contains("ter2"))
    }

    @Test(arguments: [
        "https://feeds.example/a?author=Ana&keywords=x&page=2", "Feeds/a.xml", "a:b@c", "/srv/x@y/a.xml", "",
        "https://feeds.example:8080/path@home?q=https://x.example/b", "mailto:a@b.example",
        "10:30 at http://x.example/",
    ])
    func whatHoldsNoneStaysAsItIs(_ text: String) {
        #expect(ShownAddress(text).description == text)
        #expect(ShownAddress.text(text) == text)
    }

    @Test(arguments: [
        ("https://reader:hunter2@feeds.example/b?page=2", "https://feeds.example/b?page=2"),
        ("https://feeds.example/b?key=s3cret&page=2", "https://feeds.example/b?page=2"),
        ("https://feeds.example/b?page=2&t=s3cret#x", "https://feeds.example/b?page=2#x"),
        ("https://other.example/c?key=own", "https://other.example/c?key=own"),
        ("/b?key=s3cret", "/b?key=s3cret"), ("https://feeds.example/b", "https://feeds.example/b"),
    ])
    func linksDoNotCarryTheSecretsOfTheirFeed(_ link: String, _ kept: String) {
        #expect(AddressSecrets(of: "https://reader:hunter2@feeds.example/a?key=s3cret").removed(from: link) == kept)
        #expect(AddressSecrets().removed(from: link) == link)
    }
}
