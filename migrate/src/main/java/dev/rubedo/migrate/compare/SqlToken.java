package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of SQL text. Immutable.
 *
 * @param kind the kind
 * @param text the text: of a word in lower case, of a quoted name or string without its quotes
 */
record SqlToken(Kind kind, String text) {

    /** A kind of token. */
    enum Kind {
        WORD, NAME, STRING, NUMBER, SYMBOL
    }

    private static final Pattern PLAIN = Pattern.compile("""
            (?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)\
            |(?<prefix>[uU]&|[eEnNxXbB](?='))?'(?<string>(?:[^']|'')*)'\
            |"(?<name>(?:[^"]|"")*)"|`(?<tick>(?:[^`]|``)*)`\
            |(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)\
            |(?<symbol>::|\\|\\||&&|[!=<>]=|<>|!?~~\\*?|!?~\\*|!~|->>|->|#>>|#>|@>|<@|<<|>>|.)""", Pattern.DOTALL);
    private static final Pattern WITH_ESCAPES = Pattern.compile(
            PLAIN.pattern().replace("(?:[^']|'')*)'", "(?:[^'\\\\]|''|\\\\.)*)'"), Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);
    private static final Pattern CODE_POINT = Pattern.compile("\\\\(?:\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))");

    /** Splits SQL into tokens; in MySQL and MariaDB, a backslash in a string is an escape character. */
    static List<SqlToken> read(String sql, CatalogTraits dialect) {
        boolean escapes = dialect.has(CatalogTrait.BACKSLASH_ESCAPES);
        var matcher = (escapes ? WITH_ESCAPES : PLAIN).matcher(escapes ? sql.replace("\\'", "'") : sql);
        if (escapes && isBalanced(sql)) {
            matcher = WITH_ESCAPES.matcher(sql);
        }
        var tokens = new ArrayList<SqlToken>();
        while (matcher.find()) {
            if (matcher.group("space") == null) {
                tokens.add(token(matcher, dialect, escapes));
            }
        }
        return withoutCharacterSets(tokens);
    }

    /** MySQL reports conditions with each quote escaped, MariaDB without escapes. */
    private static boolean isBalanced(String sql) {
        return !sql.matches("(?s)[^']*\\\\'.*");
    }

    private static SqlToken token(Matcher found, CatalogTraits dialect, boolean escapes) {
        if (found.group("string") != null) {
            return string(found, escapes);
        }
        if (found.group("name") != null) {
            return new SqlToken(Kind.NAME, dialect.nameKey(found.group("name").replace("\"\"", "\"")));
        }
        if (found.group("tick") != null) {
            return new SqlToken(Kind.NAME, dialect.nameKey(found.group("tick").replace("``", "`")));
        }
        if (found.group("number") != null) {
            return new SqlToken(Kind.NUMBER, found.group("number").toLowerCase(Locale.ROOT));
        }
        return found.group("word") != null
                ? new SqlToken(Kind.WORD, found.group("word").toLowerCase(Locale.ROOT))
                : new SqlToken(Kind.SYMBOL, found.group("symbol"));
    }

    private static SqlToken string(Matcher found, boolean escapes) {
        var prefix = found.group("prefix") == null ? "" : found.group("prefix").toLowerCase(Locale.ROOT);
        var text = found.group("string").replace("''", "'");
        if (escapes && prefix.equals("x")) {
            return new SqlToken(Kind.STRING,
                    new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8));
        }
        if (escapes) {
            text = ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(switch (match.group(1)) {
                case "n" -> "\n";
                case "r" -> "\r";
                case "t" -> "\t";
                case "0" -> "\0";
                default -> match.group(1);
            }));
        } else if (prefix.equals("u&")) {
            text = CODE_POINT.matcher(text).replaceAll(match -> Matcher.quoteReplacement(Character.toString(
                    Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1), 16))))
                    .replace("\\\\", "\\");
        } else if (prefix.equals("e")) {
            text = text.replace("\\\\", "\\");
        }
        return new SqlToken(Kind.STRING, prefix.equals("x") || prefix.equals("b") ? prefix + ":" + text : text);
    }

    private static List<SqlToken> withoutCharacterSets(List<SqlToken> tokens) {
        var kept = new ArrayList<SqlToken>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean isOfString = i + 1 < tokens.size() && tokens.get(i + 1).kind == Kind.STRING;
            boolean isDropped = tokens.get(i).kind == Kind.WORD && isOfString
                    && (tokens.get(i).text.startsWith("_")
                            || List.of("date", "time", "timestamp", "json", "uuid").contains(tokens.get(i).text));
            if (!isDropped) {
                kept.add(tokens.get(i));
            }
        }
        return kept;
    }

    /** Returns whether SQL refers to a name. */
    static boolean mentions(String sql, String name, CatalogTraits dialect) {
        return read(sql, dialect).stream().anyMatch(token -> token.kind == Kind.NAME && token.text.equals(name)
                || token.kind == Kind.WORD && token.text.equalsIgnoreCase(name));
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
