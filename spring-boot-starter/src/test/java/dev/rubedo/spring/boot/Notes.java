package dev.rubedo.spring.boot;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.spring.boot.Note_.NOTE;

import dev.rubedo.orm.session.Session;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notes of the application. Thread-safe. */
@Repository
@Transactional
class Notes {

    private final Session session;

    Notes(Session session) {
        this.session = session;
    }

    void add(String... texts) {
        for (var text : texts) {
            session.add(new Note(text));
            session.flush();
        }
    }

    @Transactional(readOnly = true)
    List<String> all() {
        return session.all(select(NOTE.text).orderBy(NOTE.text));
    }
}
