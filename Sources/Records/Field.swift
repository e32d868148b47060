/// A column of some kind of file: the same field means the same thing in every kind that has it.
package enum Field: UInt8, CaseIterable, Sendable {
  case date, recordID, created, customerID, name, phone, channel, staff, effective, level,
    district, product, layout, note, visitKind, party, subchannel, workDistrict, age, occupation,
    family, purpose, times, areaBand, budget, payment, unit1, unit2, price, focus, objection,
    rival, referrer, room, subscribed, signed, due, cancelled, cancelKind, status, area, total,
    subscribedTotal, signedTotal, week, project, tier, totalBand, visits, calls, released, sold,
    soldArea, amount, stock, discount, activity, commission, source, surveyor, item, building,
    entrance, roomNumber, facing, floor, listPrice, listTotal, floorTotal, permit, period,
    measure, target, weight, stage, spent, staffNumber, aliases, team, joined, left, post, task,
    standard, checker, urgent, important, planned, actual, owner, card, issued, returned,
    arrived, chosen, chosenAt, result, followDue, way, connected, content, section, full, off,
    marks, cap,
    answer, document, slot, setting, value, kind, header, unit, field, word, standardWord,
    isDeleted, isTest
}
