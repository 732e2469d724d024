package dev.rubedo.orm.loading.matrix.single;

import static dev.rubedo.orm.loading.matrix.single.Owner_.OWNER;
import static dev.rubedo.orm.loading.matrix.single.Part_.PART;
import static dev.rubedo.orm.loading.matrix.single.Sub_.SUB;

import dev.rubedo.orm.loading.matrix.LoadingMatrixTest.Kind;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import java.util.List;

/** The relationships of these classes, and rows for each of them. Stateless and thread-safe. */
public final class Kinds {

    /** The model. */
    public static final Model MODEL = Model.of(OWNER, PART, SUB);

    private Kinds() {}

    private static Part part(String name, boolean isSub) {
        Part part = isSub ? new Sub() : new Part();
        part.name(name);
        return part;
    }

    /** Stores three owners with two parts of each kind, of which the second is of the subclass. */
    public static void fill(Session session) {
        for (int i = 0; i < 3; i++) {
            Owner owner = new Owner().name("o" + i);
            owner.main(part("main" + i, true));
            for (int j = 0; j < 2; j++) {
                owner.list().add(part("list" + i + j, j == 1));
                owner.set().add(part("set" + i + j, j == 1));
                owner.map().put("map" + i + j, part("map" + i + j, j == 1));
                owner.many().add(part("many" + i + j, j == 1));
            }
            owner.one(part("one" + i, true));
            Part upper = part("upper" + i, true);
            upper.lowers().add(part("lower" + i, true));
            session.add(owner, upper);
        }
    }

    /** Returns the relationships. */
    public static List<Kind<?>> all() {
        return List.of(Kind.toOne("many-to-one", OWNER, OWNER.name.like("o%"), OWNER.main, Owner::main),
                Kind.toMany("one-to-many, list", OWNER, OWNER.name.like("o%"), OWNER.list, Owner::list),
                Kind.toMany("one-to-many, set", OWNER, OWNER.name.like("o%"), OWNER.set, Owner::set),
                Kind.toMany("one-to-many, map", OWNER, OWNER.name.like("o%"), OWNER.map, owner -> owner.map().values()),
                Kind.toOne("one-to-one", OWNER, OWNER.name.like("o%"), OWNER.one, Owner::one),
                Kind.toOne("one-to-one, foreign key", PART, PART.name.like("one%"), PART.oneOwner, Part::oneOwner),
                Kind.toMany("many-to-many", OWNER, OWNER.name.like("o%"), OWNER.many, Owner::many),
                Kind.toOne("self-reference, parent", PART, PART.name.like("lower%"), PART.upper, Part::upper),
                Kind.toMany("self-reference, children", PART, PART.name.like("upper%"), PART.lowers, Part::lowers));
    }
}
