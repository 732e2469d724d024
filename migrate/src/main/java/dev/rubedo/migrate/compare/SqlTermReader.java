package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.migrate.compare.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A parser of SQL expressions to {@link SqlTerm}s, by the precedence of operators. Expressions that it does not
 * understand are compared as tokens. Confined to one thread at a time.
 */
final class SqlTermReader {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int OTHER = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int UNARY = 8;
    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(Map.entry("or", OR), Map.entry("and", AND),
            Map.entry("=", COMPARISON), Map.entry("==", COMPARISON), Map.entry("<>", COMPARISON),
            Map.entry("!=", COMPARISON), Map.entry("<", COMPARISON), Map.entry(">", COMPARISON),
            Map.entry("<=", COMPARISON), Map.entry(">=", COMPARISON), Map.entry("like", COMPARISON),
            Map.entry("ilike", COMPARISON), Map.entry("regexp", COMPARISON), Map.entry("rlike", COMPARISON),
            Map.entry("glob", COMPARISON), Map.entry("+", SUM), Map.entry("-", SUM), Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT), Map.entry("%", PRODUCT), Map.entry("mod", PRODUCT));
    private static final Set<String> NO_NAMES = Set.of("when", "then", "else", "end", "from", "for", "as", "and", "or",
            "in", "is", "between", "like", "select", "distinct", "over", "interval", "exists", "escape");
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "without", "with", "time", "zone",
            "large", "object", "unsigned", "signed", "charset", "character", "set");

    private final CatalogTraits dialect;
    private final List<SqlToken> tokens;
    private int place;

    private SqlTermReader(List<SqlToken> tokens, CatalogTraits dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
    }

    /** Returns SQL in a canonical form, which is the same for all spellings that a database may use. */
    static String canonical(String sql, CatalogTraits dialect) {
        var tokens = SqlToken.read(sql, dialect);
        var reader = new SqlTermReader(tokens, dialect);
        return reader.whole().map(SqlTerm::toString).orElseGet(() -> tokens(sql, dialect));
    }

    /** Returns SQL as its tokens, without duplicate parentheses. */
    static String tokens(String sql, CatalogTraits dialect) {
        return SqlParentheses.withoutRepeated(SqlToken.read(sql, dialect)).stream()
                .map(token -> token.kind() == Kind.STRING ? "'" + token.text() + "'" : token.text())
                .collect(Collectors.joining(" "));
    }

    private Optional<SqlTerm> whole() {
        try {
            var term = term(0);
            return place == tokens.size() ? Optional.of(term) : Optional.empty();
        } catch (InvalidStatementException e) {
            return Optional.empty();
        }
    }

    private static InvalidStatementException notUnderstood() {
        return new InvalidStatementException("The SQL is not a known kind of expression");
    }

    private SqlToken next() {
        if (place >= tokens.size()) {
            throw notUnderstood();
        }
        return tokens.get(place++);
    }

    private boolean isSymbol(int ahead, String symbol) {
        return place + ahead < tokens.size() && tokens.get(place + ahead).isSymbol(symbol);
    }

    private boolean isWord(int ahead, String word) {
        return place + ahead < tokens.size() && tokens.get(place + ahead).isWord(word);
    }

    private boolean skipWord(String word) {
        boolean isThere = isWord(0, word);
        place += isThere ? 1 : 0;
        return isThere;
    }

    private boolean skipSymbol(String symbol) {
        boolean isThere = isSymbol(0, symbol);
        place += isThere ? 1 : 0;
        return isThere;
    }

    private void expectSymbol(String symbol) {
        if (!skipSymbol(symbol)) {
            throw notUnderstood();
        }
    }

    private void expectWord(String word) {
        if (!skipWord(word)) {
            throw notUnderstood();
        }
    }

    private SqlTerm term(int least) {
        var left = first();
        while (place < tokens.size()) {
            var longer = continued(left, least);
            if (longer.isEmpty()) {
                return left;
            }
            left = longer.get();
        }
        return left;
    }

    private SqlTerm first() {
        var token = next();
        return switch (token.kind()) {
            case STRING -> SqlTerm.text(token.text());
            case NUMBER -> SqlTerm.leaf(token.text());
            case NAME -> named(token.text());
            case WORD -> word(token.text());
            case SYMBOL -> symbol(token.text());
        };
    }

    private SqlTerm symbol(String symbol) {
        switch (symbol) {
            case "(" :
                var list = list(")");
                return list.size() == 1 ? list.get(0) : new SqlTerm("row", list);
            case "-" :
                return term(UNARY).negative();
            case "+" :
                return term(UNARY);
            case "!", "~" :
                return symbol.equals("!") ? SqlTerm.not(term(UNARY)) : SqlTerm.of("~", term(UNARY));
            default :
                throw notUnderstood();
        }
    }

    private SqlTerm word(String word) {
        switch (word) {
            case "not" :
                return SqlTerm.not(term(NOT));
            case "case" :
                return cases();
            case "cast" :
                expectSymbol("(");
                var value = term(0);
                expectWord("as");
                var type = type();
                expectSymbol(")");
                return SqlTerm.cast(value, type);
            case "array" :
                expectSymbol("[");
                return new SqlTerm("array", list("]"));
            case "true", "false" :
                return SqlTerm.leaf(dialect.has(CatalogTrait.BOOLEANS_ARE_NUMBERS)
                        ? word.equals("true") ? "1" : "0"
                        : word);
            default :
                if (NO_NAMES.contains(word)) {
                    throw notUnderstood();
                }
                return named(word);
        }
    }

    /** The table of a column is omitted, because there is only one. */
    private SqlTerm named(String name) {
        var last = name;
        while (skipSymbol(".")) {
            last = next().text();
        }
        if (skipSymbol("(")) {
            return SqlTerm.function(last, list(")"), dialect);
        }
        var bare = SqlTerm.function(last, List.of(), dialect);
        return bare.head().endsWith("()") ? SqlTerm.leaf(last) : bare;
    }

    private List<SqlTerm> list(String end) {
        var list = new ArrayList<SqlTerm>();
        if (skipSymbol(end)) {
            return list;
        }
        do {
            list.add(skipSymbol("*") ? SqlTerm.leaf("*") : term(0));
        } while (skipSymbol(","));
        expectSymbol(end);
        return list;
    }

    private SqlTerm cases() {
        var parts = new ArrayList<SqlTerm>();
        if (!isWord(0, "when")) {
            parts.add(term(0));
        }
        while (skipWord("when")) {
            parts.add(SqlTerm.of("when", term(0), then()));
        }
        if (skipWord("else")) {
            parts.add(SqlTerm.of("else", term(0)));
        }
        expectWord("end");
        return new SqlTerm("case", parts);
    }

    private SqlTerm then() {
        expectWord("then");
        return term(0);
    }

    private String type() {
        var text = new StringBuilder(next().text());
        while (skipSymbol(".")) {
            text.replace(0, text.length(), next().text());
        }
        while (place < tokens.size() && tokens.get(place).kind() == Kind.WORD
                && TYPE_WORDS.contains(tokens.get(place).text())) {
            text.append(' ').append(next().text());
        }
        if (skipSymbol("(")) {
            list(")");
            while (place < tokens.size() && tokens.get(place).kind() == Kind.WORD
                    && TYPE_WORDS.contains(tokens.get(place).text())) {
                text.append(' ').append(next().text());
            }
        }
        while (isSymbol(0, "[") && isSymbol(1, "]")) {
            place += 2;
        }
        return text.toString();
    }

    /** Returns a longer term that begins with the given one, unless the next operator binds less tightly. */
    private Optional<SqlTerm> continued(SqlTerm left, int least) {
        if (skipSymbol("::")) {
            return Optional.of(SqlTerm.cast(left, type()));
        }
        if (skipSymbol("[")) {
            return Optional.of(SqlTerm.of("[]", left, new SqlTerm("row", list("]"))));
        }
        if (skipWord("collate")) {
            return Optional.of(SqlTerm.of("collate", left, SqlTerm.leaf(next().text())));
        }
        var token = tokens.get(place);
        boolean isNegated = token.isWord("not") && place + 1 < tokens.size();
        var word = isNegated ? tokens.get(place + 1) : token;
        if (word.kind() == Kind.WORD && Set.of("is", "in", "between").contains(word.text())
                || isNegated && word.kind() == Kind.WORD && PRECEDENCE.containsKey(word.text())) {
            if (COMPARISON < least) {
                return Optional.empty();
            }
            place += isNegated ? 2 : 1;
            var test = test(left, word.text());
            return Optional.of(isNegated ? SqlTerm.not(test) : test);
        }
        return operator(token).flatMap(operator -> operation(left, operator, least));
    }

    private SqlTerm test(SqlTerm left, String word) {
        switch (word) {
            case "is" :
                boolean isNegated = skipWord("not");
                var is = skipWord("distinct") ? distinct(left) : SqlTerm.of("is", left, term(COMPARISON + 1));
                return isNegated ? SqlTerm.not(is) : is;
            case "in" :
                expectSymbol("(");
                return SqlTerm.in(left, list(")"));
            case "between" :
                var smallest = term(COMPARISON + 1);
                expectWord("and");
                return SqlTerm.between(left, smallest, term(COMPARISON + 1));
            default :
                return SqlTerm.operation(word, left, term(COMPARISON + 1));
        }
    }

    private SqlTerm distinct(SqlTerm left) {
        expectWord("from");
        return SqlTerm.of("is distinct from", left, term(COMPARISON + 1));
    }

    private Optional<String> operator(SqlToken token) {
        return switch (token.kind()) {
            case SYMBOL -> Set.of(")", "]", ",", "(", ".").contains(token.text()) ? Optional.empty()
                    : Optional.of(token.text().equals("&&") && dialect.has(CatalogTrait.AMPERSANDS_ARE_AND) ? "and"
                            : token.text());
            case WORD -> PRECEDENCE.containsKey(token.text()) ? Optional.of(token.text()) : Optional.empty();
            case NAME, STRING, NUMBER -> Optional.empty();
        };
    }

    private Optional<SqlTerm> operation(SqlTerm left, String operator, int least) {
        int precedence = PRECEDENCE.getOrDefault(operator, OTHER);
        if (precedence < least || precedence == 0) {
            return Optional.empty();
        }
        place++;
        if ((isWord(0, "any") || isWord(0, "some") || isWord(0, "all")) && isSymbol(1, "(")) {
            return Optional.of(quantified(left, operator));
        }
        var right = term(precedence + 1);
        return Optional.of(SqlTerm.operation(operator, left, right));
    }

    /** PostgreSQL writes a list as an array. */
    private SqlTerm quantified(SqlTerm left, String operator) {
        boolean isAll = next().isWord("all");
        place++;
        var list = list(")");
        boolean isArray = list.size() == 1 && list.get(0).head().equals("array");
        if (isArray && !isAll && operator.equals("=")) {
            return SqlTerm.in(left, list.get(0).parts());
        }
        if (isArray && isAll && operator.equals("<>")) {
            return SqlTerm.not(SqlTerm.in(left, list.get(0).parts()));
        }
        return SqlTerm.of(operator + (isAll ? " all" : " any"), left, new SqlTerm("row", list));
    }
}
