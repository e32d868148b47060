import Facts
import Quantities
import Records

/// The posts of a launch day, each with its people and its hours.
struct LaunchPosts {
  struct Post {
    let words: Words
    let people: Int
    /// Minutes after midnight.
    let from: Int
    let to: Int

    /// The hours as printed.
    var shift: Words {
      let (zh, en) = (Formatter(.chinese), Formatter(.english))
      return Words(
        "\(zh.text(.clock(from), unit: .clock))–\(zh.text(.clock(to), unit: .clock))",
        "\(en.text(.clock(from), unit: .clock))–\(en.text(.clock(to), unit: .clock))")
    }
  }

  /// Everybody is in place before the first call and stays until after the last; desks as planned
  /// for each zone, a consultant, a guide and a runner for each party of a batch.
  static func list(_ plan: BatchPlan, _ settings: Settings) -> [Post] {
    func post(_ words: Words, _ people: Int, _ before: Int, _ after: Int) -> Post {
      Post(
        words: words, people: people, from: max(0, plan.start - before), to: plan.end + after)
    }
    var posts = [post(Words("总控", "control"), 1, 180, 60)]
    for station in settings.stations {
      let line = WaitingLine(arrivalsPerHour: station.arrivalsPerHour, minutes: station.minutes)
      posts.append(post(Words(station.zone, station.zone), line.plannedDesks, 120, 60))
    }
    return posts + [
      post(Words("唱号主持", "host, calling the numbers"), 1, 60, 0),
      post(Words("引导", "guides"), plan.size, 120, 0),
      post(Words("选房顾问", "consultants at the choosing desks"), plan.size, 60, 0),
      post(Words("销控（手工、看板、系统）", "sales control (by hand, board, system)"), 3, 180, 60),
      post(Words("跑单", "runners"), plan.size, 60, 60),
      post(Words("复核", "final check"), 1, 60, 60),
      post(Words("应急补卡", "lost cards and emergencies"), 1, 120, 60),
    ]
  }

  /// One person at one post.
  struct Duty {
    let post: String
    let name: String
    let from: Int
    let to: Int
    /// Another post of the same person at the same time; nil where there is none.
    var clash: String?
  }

  /// The people that the settings name, post by post, with whoever is booked twice at one time.
  static func roster(_ plan: BatchPlan, _ settings: Settings) -> [Duty] {
    let posts = list(plan, settings)
    var duties = settings.duties.flatMap { line in
      let post = posts.first { $0.words.chinese.hasPrefix(line.post) }
      return line.names.map { name in
        Duty(
          post: line.post, name: name, from: line.from ?? post?.from ?? 0,
          to: line.to ?? post?.to ?? 24 * 60)
      }
    }
    for index in duties.indices {
      let duty = duties[index]
      duties[index].clash =
        duties.indices.first { other in
          other != index && duties[other].name == duty.name && duties[other].from < duty.to
            && duty.from < duties[other].to
        }.map { duties[$0].post }
    }
    return duties
  }
}
