package dev.rubedo.migrate.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The removal of redundant parentheses. Others are kept: {@code (a OR b) AND c} needs them. Stateless. */
final class SqlParentheses {
    private SqlParentheses() {}

    /** Returns tokens without parentheses around everything, and without those directly inside others. */
    static List<SqlToken> withoutRepeated(List<SqlToken> tokens) {
        var ends = new HashMap<Integer, Integer>();
        Set<Integer> lists = new HashSet<>();
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isSymbol("(")) {
                open.push(i);
            } else if (token.isSymbol(")") && !open.isEmpty()) {
                ends.put(open.pop(), i);
            } else if (token.isSymbol(",") && !open.isEmpty()) {
                lists.add(open.peek());
            }
        }
        var omitted = new HashSet<Integer>();
        ends.forEach((start, end) -> {
            boolean isWhole = start == 0 && end == tokens.size() - 1;
            boolean isRepeated = end.equals(innerEnd(start, ends)) && !lists.contains(start)
                    && !isQuery(tokens.get(start + 1));
            if (isWhole || isRepeated) {
                omitted.add(start);
                omitted.add(end);
            }
        });
        var rest = new ArrayList<SqlToken>();
        IntStream.range(0, tokens.size()).filter(place -> !omitted.contains(place))
                .forEach(place -> rest.add(tokens.get(place)));
        return rest;
    }

    /** Returns the end of parentheses that are directly enclosed by others, or -1 if they are not. */
    private static int innerEnd(int start, Map<Integer, Integer> ends) {
        int around = ends.getOrDefault(start - 1, -1);
        return around < 0 ? -1 : around - 1;
    }

    /** In a list of values, a query in its own parentheses is one value. */
    private static boolean isQuery(SqlToken token) {
        return token.isWord("select") || token.isWord("with") || token.isWord("values");
    }
}
