import Tables
import Testing

@Suite struct PartitioningIndexTests {
  @Test("Every place in collections of up to nine, slices and none among them")
  func everyPlace() {
    for count in 0...9 {
      for first in 0...count {
        #expect((0..<count).partitioningIndex { $0 >= first } == first)
        let slice = Array(0..<(count + 3))[2..<(count + 2)]
        #expect(slice.partitioningIndex { $0 >= first + 2 } == first + 2)
      }
    }
  }

  @Test("It looks at few of many")
  func fewLooks() {
    var looks = 0
    let found = (0..<1_000_000).partitioningIndex {
      looks += 1
      return $0 >= 777_777
    }
    #expect(found == 777_777)
    #expect(looks <= 20)
  }
}
