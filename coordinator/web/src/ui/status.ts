// Which colour a status has. Colour never says anything that the word doesn't.

export function statusBadge(status: string): "good" | "bad" | "warn" | "plain" {
  switch (status) {
    case "Finalised":
    case "Won":
    case "Stands":
    case "Cleared":
      return "good";
    case "Rejected":
    case "Defeated":
    case "Falls":
      return "bad";
    case "Pending":
    case "Opened":
    case "Sealed":
      return "warn";
    default:
      return "plain";
  }
}
