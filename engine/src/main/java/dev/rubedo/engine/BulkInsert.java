package dev.rubedo.engine;

import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.feature.Feature;
import dev.rubedo.result.RowReader;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import dev.rubedo.type.TypeFamily;
import java.sql.PreparedStatement;
import java.util.List;

/**
 * The insertion of many rows, whose database-generated keys are passed on, each with the index of its row.
 *
 * <p>Rows are combined into one multi-row INSERT if the order of the returned rows is certain: the dialect guarantees
 * it, or the keys are ascending and are checked to be. All others are inserted one by one, because assigning a key to
 * the wrong row would corrupt data. Confined to one thread at a time.
 */
final class BulkInsert {

    private final StatementExecutor executor;
    private final Engine engine;
    private final CachedStatement insert;
    private final RowBinder binder;
    private final KeyReceiver keys;
    private final ExecuteSettings settings;

    BulkInsert(StatementExecutor executor, Engine engine, CachedStatement insert, RowBinder binder, KeyReceiver keys,
            ExecuteSettings settings) {
        this.executor = executor;
        this.engine = engine;
        this.insert = insert;
        this.binder = binder;
        this.keys = keys;
        this.settings = settings;
    }

    void run(int rows) {
        StatementExecutor.requireFitting(insert, settings);
        int chunk = chunk();
        for (int from = 0; from < rows; from += chunk) {
            int count = Math.min(chunk, rows - from);
            switch (insert.keyWay()) {
                case RETURNING, OUT_PARAMETERS -> returning(from, count);
                case GENERATED_KEYS -> generated(from, count);
            }
        }
    }

    private int chunk() {
        KeyRetrieval retrieval = engine.keyRetrieval(insert.table());
        if (!insert.isRepeatable() || !isOrderSure(retrieval)) {
            return 1;
        }
        if (retrieval.chunk() == 1) {
            return 1;
        }
        int page = engine.insertPageSize() == 0 ? retrieval.chunk() : engine.insertPageSize();
        return Math.max(1, Math.min(page, engine.dialect().maximumBinds() / insert.slots().size()));
    }

    private boolean isOrderSure(KeyRetrieval retrieval) {
        if (!engine.dialect().supports(Feature.MULTI_ROW_INSERT)) {
            return false;
        }
        return switch (insert.keyWay()) {
            case RETURNING -> engine.dialect().supports(Feature.RETURNING_ORDERED) || hasCountedKey();
            case GENERATED_KEYS -> retrieval.way() == KeyWay.GENERATED_KEYS;
            case OUT_PARAMETERS -> false;
        };
    }

    /** Returns whether the first returned column is auto-incremented. */
    private boolean hasCountedKey() {
        return insert.columns().get(0).source() instanceof Column<?> column
                && column.table().autoincrementColumn() == column;
    }

    private void returning(int from, int count) {
        var in = executor.query(insert, insert.repeated(count), out -> {
            for (int row = from; row < from + count; row++) {
                if (row > from) {
                    out.nextRow();
                }
                binder.bind(row, out);
            }
        }, settings);
        try {
            hand(in, from, count, count > 1 && hasCountedKey());
        } finally {
            in.close();
        }
    }

    private void hand(RowReader in, int from, int count, boolean ascending) {
        long last = Long.MIN_VALUE;
        int row = from;
        while (in.next()) {
            if (ascending) {
                long key = in.getLong(1);
                if (key <= last) {
                    throw new ResultException(ErrorCode.CONVERSION,
                            "The database returned keys out of order (" + last + ", then " + key
                                    + "), so they cannot be assigned to their rows: " + insert.sql()
                                    + ". Please report this.");
                }
                last = key;
            }
            keys.key(row++, in);
        }
        if (row - from != count) {
            throw new ResultException(ErrorCode.NO_RESULT,
                    "Of " + count + " inserted rows " + (row - from) + " keys were returned: " + insert.sql()
                            + ". A trigger or rule may have omitted rows.");
        }
    }

    private void generated(int from, int count) {
        var column = generatedColumn();
        var cursor = executor.preparedForKeys(insert.repeated(count), insert.subject(), column.name(), settings);
        try {
            executor.bind(cursor, insert.slots(), out -> {
                for (int row = from; row < from + count; row++) {
                    if (row > from) {
                        out.nextRow();
                    }
                    binder.bind(row, out);
                }
            });
            executor.before(cursor);
            long changed = cursor.call(PreparedStatement::executeUpdate);
            executor.after(cursor, changed);
            var generated = cursor.call(PreparedStatement::getGeneratedKeys);
            cursor.rows(generated);
            var codecs = new JdbcCodec<?>[]{engine.codecs().codecFor(column.type())};
            hand(executor.opened(executor.reader(generated, codecs, List.of(), cursor)), from, count, count > 1);
        } finally {
            cursor.end();
        }
    }

    private Column<?> generatedColumn() {
        Table table = insert.table();
        Column<?> column = table == null ? null : table.autoincrementColumn();
        if (column == null || column.type().family() != TypeFamily.INTEGER) {
            throw new ResultException(ErrorCode.NO_RESULT,
                    "The database generates no key for this INSERT: " + insert.sql()
                            + ". Its table has no auto-increment column. Assign the key.");
        }
        return column;
    }
}
