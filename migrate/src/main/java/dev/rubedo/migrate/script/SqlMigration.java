package dev.rubedo.migrate.script;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A revision in SQL: the statements after {@code -- upgrade} and after {@code -- downgrade}. Immutable. */
final class SqlMigration implements Migration {
    private static final Pattern SECTION = Pattern.compile("(?m)^--\\s*(upgrade|downgrade)\\s*$");

    private static final Pattern ALLOWANCE = Pattern.compile("(?m)^--\\s*rubedo:\\s*allow\\s+(\\S+)\\s+(.+)$");

    private final String id;
    private final Map<String, String> allowances;
    private final List<String> up;
    private final @Nullable List<String> down;

    private SqlMigration(String id, Map<String, String> allowances, List<String> up, @Nullable List<String> down) {
        this.id = id;
        this.allowances = allowances;
        this.up = up;
        this.down = down;
    }

    static SqlMigration of(String id, String text) {
        List<String> up = List.of();
        List<String> down = null;
        var section = SECTION.matcher(text);
        var name = "";
        int start = 0;
        while (section.find()) {
            if (name.equals("upgrade")) {
                up = SqlSplitter.split(text.substring(start, section.start()));
            } else if (name.equals("downgrade")) {
                down = SqlSplitter.split(text.substring(start, section.start()));
            }
            name = section.group(1);
            start = section.end();
        }
        if (name.equals("downgrade")) {
            down = SqlSplitter.split(text.substring(start));
        } else {
            up = SqlSplitter.split(text.substring(start));
        }
        var allowances = new LinkedHashMap<String, String>();
        var allowance = ALLOWANCE.matcher(text);
        while (allowance.find()) {
            allowances.put(allowance.group(1), allowance.group(2).strip());
        }
        return new SqlMigration(id, allowances, up, down);
    }

    /** Returns the reasons why findings are allowed, by the codes of the findings. */
    Map<String, String> allowances() {
        return allowances;
    }

    List<String> up() {
        return up;
    }

    Optional<List<String>> down() {
        return Optional.ofNullable(down);
    }

    @Override
    public void upgrade(Operations op) {
        allowances.forEach(op::allow);
        up.forEach(op::execute);
    }

    @Override
    public void downgrade(Operations op) {
        if (down == null) {
            throw new IrreversibleOperationException("revision " + id, "it has no section -- downgrade");
        }
        down.forEach(op::execute);
    }
}
