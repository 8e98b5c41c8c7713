// What the page says, in English and in Traditional Chinese. Values are texts, or functions of numbers and names.

const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export const STRINGS = {
  en: {
    other: "中文",
    untitled: "Who met whom",
    kicker: "Hong Kong government press releases",
    skip: "Skip to the people",
    search: "Search people, posts and agencies",
    found: "People found",
    nobody: "Nobody found",
    picture: "Picture of who met whom",
    pictureHelp: "Arrow keys move from person to person, Enter opens one, Escape closes.",
    grade: "Which ties to show",
    grades: ["Principals only", "All who met", "Everything"],
    gradeNames: ["met as principals", "met", "took part together"],
    theme: { auto: "Auto", light: "Light", dark: "Dark" },
    themeName: "Colours: ",
    zoomIn: "Closer",
    zoomOut: "Farther",
    zoomFit: "Show everything",
    close: "Close",
    standfirst: (m) =>
      `${plural(m.people, "official", "officials")}, ${plural(m.meetings, "meeting", "meetings")} and ` +
      `${plural(m.others, "other occasion", "other occasions")}, as told by ` +
      `${plural(m.releases, "press release", "press releases")}${m.period ? ` of ${m.period}` : ""}.`,
    to: " to ",
    captionAll: (shown, ties) => `${plural(shown, "person", "people")}, ${plural(ties, "tie", "ties")}.`,
    captionRest: (n) => `${plural(n, "official", "officials")} without such a tie can be found by the search.`,
    captionPart: (shown, all) =>
      `The ${shown.toLocaleString("en")} best connected of ${all.toLocaleString("en")} officials, with the strongest ties of each. ` +
      "Search for anybody else, or open a person to see all their ties.",
    method:
      "Two people are joined when a press release says that both took part in the same occasion that was held. " +
      "A line is as wide as the number of distinct occasions; a dot is as large as the number of meetings. " +
      "A release proves what it states and no more: who is missing here may well have met.",
    howTo: "How to read the picture",
    lineStrict: "Met as principals: the release says that these two met",
    lineMet: "Met: one of the two as principal, the other attending",
    lineTogether: "Took part in the same occasion",
    colours: "Agency of the latest post",
    otherAgencies: "Other agencies",
    noAgency: "Agency not stated",
    mostConnected: "Most connected",
    strongest: "Strongest ties",
    meetings: (n) => plural(n, "meeting", "meetings"),
    occasions: (n) => plural(n, "occasion", "occasions"),
    people: (n) => plural(n, "person", "people"),
    posts: "Posts, as releases show them",
    acting: "Acting",
    alsoNamed: "Also written: ",
    metList: "Shared occasions with",
    events: "Occasions",
    noEvents: "No occasion with this person is in the graph.",
    noPosts: "No post is stated.",
    and: " and ",
    undated: "Date not stated",
    about: "About: ",
    sides: "Sides: ",
    alsoThere: "Also there: ",
    release: "Release ",
    more: (n) => `Show ${n.toLocaleString("en")} more`,
    kinds: {
      Meeting: "Meeting", Visit: "Visit", Ceremony: "Ceremony", Conference: "Conference", Reception: "Reception",
      Signing: "Signing", Briefing: "Briefing", Speech: "Speech", Appointment: "Appointment", Event: "Occasion",
    },
    statuses: { Held: "", Scheduled: "announced", Recalled: "told in passing", Cancelled: "cancelled" },
    roles: { Principal: "principal", Speaker: "speaker", Attendee: "attending" },
    tieSummary: (n, met, strict) =>
      `${plural(n, "shared occasion", "shared occasions")}; met ${plural(met, "time", "times")}, ` +
      `${strict} of them as principals.`,
  },
  zh: {
    other: "English",
    untitled: "誰見過誰",
    kicker: "香港政府新聞公報",
    skip: "跳至人物",
    search: "搜尋人物、職位及機構",
    found: "搜尋結果",
    nobody: "找不到相符人物",
    picture: "會面關係圖",
    pictureHelp: "方向鍵移至其他人物，Enter 開啟，Escape 關閉。",
    grade: "顯示哪些關係",
    grades: ["只限主要會面者", "所有會面", "全部"],
    gradeNames: ["以主要會面者身分會面", "會面", "一同出席"],
    theme: { auto: "自動", light: "淺色", dark: "深色" },
    themeName: "色調：",
    zoomIn: "放大",
    zoomOut: "縮小",
    zoomFit: "顯示全圖",
    close: "關閉",
    standfirst: (m) =>
      `${m.people.toLocaleString("en")} 名官員、${m.meetings.toLocaleString("en")} 次會面及 ${m.others.toLocaleString("en")} 項其他活動，` +
      `載於${m.period ? ` ${m.period} 的` : ""} ${m.releases.toLocaleString("en")} 份新聞公報。`,
    to: " 至 ",
    captionAll: (shown, ties) => `${shown.toLocaleString("en")} 人，${ties.toLocaleString("en")} 項關係。`,
    captionRest: (n) => `另有 ${n.toLocaleString("en")} 名官員沒有這類關係，可用搜尋找到。`,
    captionPart: (shown, all) =>
      `${all.toLocaleString("en")} 名官員中聯繫最多的 ${shown.toLocaleString("en")} 人及各人最強的關係。搜尋其他人物，或開啟一人查看其全部關係。`,
    method:
      "若新聞公報說明兩人曾參與同一項已舉行的活動，兩人便以線相連。線的粗細表示不同活動的次數，圓點大小表示會面次數。" +
      "公報只證明其所述的內容；圖中沒有的人，未必沒有會面。",
    howTo: "如何閱讀此圖",
    lineStrict: "主要會面者：公報說明這兩人會面",
    lineMet: "會面：其中一人為主要會面者，另一人列席",
    lineTogether: "參與同一項活動",
    colours: "最近職位所屬機構",
    otherAgencies: "其他機構",
    noAgency: "沒有說明機構",
    mostConnected: "聯繫最多的人",
    strongest: "最強的關係",
    meetings: (n) => `${n.toLocaleString("en")} 次會面`,
    occasions: (n) => `${n.toLocaleString("en")} 項活動`,
    people: (n) => `${n.toLocaleString("en")} 人`,
    posts: "公報所示的職位",
    acting: "署理",
    alsoNamed: "又稱：",
    metList: "與以下人士一同參與活動",
    events: "活動",
    noEvents: "圖譜中沒有此人參與的活動。",
    noPosts: "沒有說明職位。",
    and: "與",
    undated: "沒有說明日期",
    about: "內容：",
    sides: "各方：",
    alsoThere: "其他出席者：",
    release: "公報 ",
    more: (n) => `再顯示 ${n.toLocaleString("en")} 項`,
    kinds: {
      Meeting: "會面", Visit: "訪問", Ceremony: "典禮", Conference: "會議", Reception: "宴會",
      Signing: "簽署", Briefing: "簡報會", Speech: "致辭", Appointment: "任命", Event: "活動",
    },
    statuses: { Held: "", Scheduled: "預告", Recalled: "文中提及", Cancelled: "已取消" },
    roles: { Principal: "主要會面者", Speaker: "講者", Attendee: "列席" },
    tieSummary: (n, met, strict) => `共同參與 ${n} 項活動；會面 ${met} 次，其中 ${strict} 次為主要會面者。`,
  },
};

/** A day or month as people write it: "2025-05-19" becomes "19 May 2025" or "2025年5月19日". */
export function day(iso, language) {
  if (!iso) return "";
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  if (language === "zh") return `${year}年${month ? `${month}月` : ""}${date ? `${date}日` : ""}`;
  const names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  return [date, names[month - 1], year].filter(Boolean).join(" ");
}

/** The time of an event: one day, or from the first to the last. */
export function days(start, end, language) {
  if (!start && !end) return "";
  if (!end || start === end) return day(start, language);
  return start ? `${day(start, language)}–${day(end, language)}` : `–${day(end, language)}`;
}
