import Audit
import Testing

@Suite struct AuditPropertyTests {
  @Test func propertiesAreNumbered() {
    #expect(AuditProperty.allCases.first?.id == "V1")
    #expect(Set(AuditProperty.allCases.map(\.id)).count == AuditProperty.allCases.count)
  }
}
