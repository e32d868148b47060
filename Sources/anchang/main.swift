import Command

runAnchang()
