import Safeguarding
import Testing

@Suite struct DistressFinderTests {
}
