package dev.rubedo.async;

import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Select;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A table of numbers from zero on. */
final class Numbers extends Table {
    static final MetaData METADATA = new MetaData();
    static final Numbers NUMBERS = new Numbers();

    final Column<Integer> value = column("value", INTEGER).primaryKey().autoincrement(false);

    private Numbers() {
        super("numbers", METADATA);
    }

    /** Creates the table with rows, and returns a {@linkplain #patient patient} engine. */
    static AsyncEngine open(Engine engine, int rows) {
        METADATA.createAll(engine);
        engine.inTransaction(connection -> {
            for (int i = 0; i < rows; i++) {
                connection.execute(insertInto(NUMBERS).values(NUMBERS.value, i));
            }
        });
        return patient(engine);
    }

    /** Returns an asynchronous engine that gives a loaded machine time to cancel, so that no connection is closed. */
    static AsyncEngine patient(Engine engine) {
        return AsyncEngine.builder(engine).cancelGrace(Duration.ofMinutes(2)).build();
    }

    /** Returns the query of all rows. */
    static Select<?> all() {
        return select(NUMBERS);
    }

    /** Waits until no connection is in use; fails after some time. */
    static void awaitAllReturned(Engine engine) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
        while (engine.poolStatus().checkedOut() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(engine.poolStatus().checkedOut()).isZero();
    }
}
