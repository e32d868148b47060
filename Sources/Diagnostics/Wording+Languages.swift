extension Wording {
  package static let chinese = Wording([:])
  package static let english = Wording([:])
}
