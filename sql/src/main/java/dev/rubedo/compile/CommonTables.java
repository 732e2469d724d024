package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.CommonTableExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common table expressions of a statement. Each is written into a separate fragment when it is first encountered.
 * The expressions that it refers to are finished before it, so the order of finishing is the order of definition.
 *
 * <p>Confined to one thread at a time.
 */
final class CommonTables {

    private final Map<AliasName, CommonTableExpression> met = new HashMap<>();
    private final List<Fragment> texts = new ArrayList<>();
    private final boolean saysRecursive;
    private boolean isRecursive;

    CommonTables(boolean saysRecursive) {
        this.saysRecursive = saysRecursive;
    }

    /**
     * Registers an expression.
     *
     * @return whether it is new and must be written
     * @throws InvalidStatementException if another one with the same name is registered
     */
    boolean meet(CommonTableExpression cte) {
        if (cte.isSelfReference()) {
            return false;
        }
        var known = met.putIfAbsent(cte.name(), cte);
        if (known == null) {
            isRecursive |= cte.isRecursive();
            return true;
        }
        if (!known.equals(cte)) {
            throw new InvalidStatementException(
                    "The statement has two different common table expressions with the name \""
                            + cte.label() + "\". Give one of them another name.");
        }
        return false;
    }

    void finish(Fragment text) {
        texts.add(text);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns the {@code WITH} clause, with a trailing space. */
    Fragment clause() {
        var clause = clause(texts, isRecursive && saysRecursive);
        texts.clear();
        return clause;
    }

    static Fragment clause(List<Fragment> texts, boolean isRecursive) {
        var clause = new Fragment();
        clause.sql.append(isRecursive ? "WITH RECURSIVE " : "WITH ");
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                clause.sql.append(", ");
            }
            clause.append(texts.get(i));
        }
        clause.sql.append(' ');
        return clause;
    }
}
