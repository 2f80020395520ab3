package io.streamgauge.simulator;

import java.util.Map;

/** Titles as untidy as real ones: emoji, marks that show nothing, quotes, markup, nothing at all. */
final class Titles {
    private static final int LONGEST_CODE_POINTS = 140;

    private static final Map<String, String[]> OPENINGS = Map.ofEntries(
            Map.entry("en", new String[] {
                "chill stream", "ranked grind", "first playthrough, no spoilers", "come hang out", "road to the top",
                "late night games", "back again", "24 hours of this", "learning as we go", "viewer games tonight",
                "blind run", "one more win and then bed"
            }),
            Map.entry("es", new String[] {
                "directo tranquilo",
                "subiendo de rango",
                "¿quién gana hoy?",
                "jugando con subs",
                "hola gente",
                "mañana hay examen"
            }),
            Map.entry(
                    "pt",
                    new String[] {"bora jogar", "subindo de elo", "noite tranquila", "jogo até cair", "opa, chegou?"}),
            Map.entry("de", new String[] {
                "entspannter Abend", "wir spielen weiter", "Übung macht müde", "bis spät in die Nacht"
            }),
            Map.entry(
                    "fr",
                    new String[] {"soirée tranquille", "on découvre ça", "c'est reparti", "objectif : ne pas mourir"}),
            Map.entry("ru", new String[] {"спокойный вечер", "играем до победы", "первый раз, без спойлеров", "общаемся"
            }),
            Map.entry("ja", new String[] {"まったり配信", "初見プレイ【ネタバレ禁止】", "寝るまで雑談", "ランクを回す！"}),
            Map.entry("ko", new String[] {"저녁 방송", "랭크 올리기", "같이 놀아요", "처음 해보는 게임"}),
            Map.entry("zh", new String[] {"晚上聊天", "第一次玩", "上分之路", "隨便玩玩"}),
            Map.entry("it", new String[] {"serata tranquilla", "perché no?", "si gioca insieme"}),
            Map.entry("pl", new String[] {"spokojny wieczór", "gramy dalej", "żółw też dojdzie"}),
            Map.entry("tr", new String[] {"sakin yayın", "güzel bir akşam", "şimdi başlıyoruz"}),
            Map.entry("ar", new String[] {"بث هادئ", "نلعب معا", "أهلا وسهلا"}),
            Map.entry("th", new String[] {"เล่นชิลๆ", "มาคุยกัน"}),
            Map.entry("el", new String[] {"ήρεμη βραδιά", "πάμε πάλι"}));

    private static final String[] MORE = {
        "!discord",
        "!socials !prime",
        "day 12",
        "hardcore",
        "sub goal 90/100",
        "w/ friends",
        "NEW VIDEO OUT",
        "no mic",
        "100% run",
        "challenge: no damage",
        "patch day",
        "EU",
        "!drops",
        "pt. 3"
    };
    private static final String[] EMOJI = {
        "🔥", "✨", "🎮", "❤️", "🐸", "👑", "🏳️‍🌈", "💀", "🇧🇷", "⚔️", "🎄", "👩‍💻"
    };
    private static final String[] ODD = {
        "<script>alert('live')</script>",
        "<b>bold</b> & <img src=x onerror=alert(1)>",
        "say \"hello\", \\o/, 'again'",
        "C:\\games\\save, \"slot 2\"",
        "a,b;c\td",
        "=1+1",
        "{{title}} ${title} %s",
        "null",
        "--; drop table streams",
        "   "
    };
    private static final String[] MARKS = {
        "\u200b", "\u200d", "\u200e", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad"
    };

    private Titles() {}

    static String of(Language language, String category, long hash) {
        int oddity = Hash.below(1000, hash, 1);
        if (oddity < 3) {
            return "";
        }
        if (oddity < 9) {
            return Hash.pick(ODD, hash, 2);
        }
        String plain = plain(language, category, hash);
        if (oddity < 16) {
            return Hash.pick(MARKS, hash, 3) + plain.replaceFirst(" ", Hash.pick(MARKS, hash, 4) + " ");
        }
        return oddity < 26 ? stretched(plain) : plain;
    }

    private static String plain(Language language, String category, long hash) {
        String code = language.code().equals("zh-hk") ? "zh" : language.code();
        String[] openings = OPENINGS.getOrDefault(code, OPENINGS.get("en"));
        StringBuilder title = new StringBuilder(Hash.pick(openings, hash, 5));
        int style = Hash.below(100, hash, 6);
        if (style < 15) {
            title.insert(0, " ").insert(0, Hash.pick(EMOJI, hash, 7));
        }
        if (style % 3 != 0) {
            title.append(style % 2 == 0 ? " | " : " - ").append(Hash.pick(MORE, hash, 8));
        }
        if (style > 70 && !category.isEmpty()) {
            title.append(" [").append(category).append(']');
        }
        if (style % 7 == 0) {
            title.append(" #").append(Hash.below(400, hash, 9));
        }
        return cut(title.toString());
    }

    private static String stretched(String title) {
        return cut((title + " 🔥 ").repeat(LONGEST_CODE_POINTS / 4));
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_CODE_POINTS
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_CODE_POINTS));
    }
}
