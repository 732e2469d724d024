package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.StatementResolver;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import org.jspecify.annotations.Nullable;

/** Resolves statements in the same way as sessions. Thread-safe. */
public final class EntityStatementResolver implements StatementResolver {

    /** Creates a resolver. For the service loader. */
    public EntityStatementResolver() {}

    @Override
    public <T extends @Nullable Object> Statement<T> resolve(Model model, Statement<T> statement) {
        for (StatementOption option : statement.statementOptions()) {
            if (!(option instanceof CriteriaOption)) {
                throw new InvalidStatementException(
                        "The option \"" + option + "\" controls how a session loads or synchronizes objects, and"
                                + " a statement about tables has none. Resolve the statement without it.");
            }
        }
        return new EntityRewriter(model, Criteria.of(model).and(new StatementOptions(statement).criteria()))
                .statement(statement);
    }
}
