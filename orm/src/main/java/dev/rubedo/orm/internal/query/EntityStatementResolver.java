package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.StatementResolver;
import dev.rubedo.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Resolves statements in the same way as sessions. Thread-safe. */
public final class EntityStatementResolver implements StatementResolver {

    /** Creates a resolver. For the service loader. */
    public EntityStatementResolver() {}

    @Override
    public <T extends @Nullable Object> Statement<T> resolve(Model model, Statement<T> statement) {
        return new EntityRewriter(model, new StatementOptions(statement).criteria()).statement(statement);
    }
}
