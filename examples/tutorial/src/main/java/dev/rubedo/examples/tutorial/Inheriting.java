package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.Clerk_.CLERK;
import static dev.rubedo.examples.tutorial.Employee_.EMPLOYEE;
import static dev.rubedo.examples.tutorial.Engineer_.ENGINEER;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.withPolymorphic;

import dev.rubedo.orm.session.Session;
import java.util.List;

/** Chapter 9: inheritance. Stateless and thread-safe. */
public final class Inheriting {

    private Inheriting() {}

    /** A query for the root class returns objects of all classes. */
    public static List<String> everybody(Session session) {
        return session.all(select(EMPLOYEE).orderBy(EMPLOYEE.name).options(withPolymorphic(EMPLOYEE))).stream()
                .map(employee -> switch (employee) {
                    case Engineer engineer -> engineer.name() + " writes " + engineer.language();
                    case Clerk clerk -> clerk.name() + " sits at " + clerk.desk();
                    case Employee other -> other.name();
                }).toList();
    }

    /** A query for a subclass returns only its objects. */
    public static List<String> engineers(Session session) {
        return session.all(select(ENGINEER.name).where(ENGINEER.language.eq("java")));
    }

    /** Conditions on several subclasses. */
    public static List<String> either(Session session) {
        return session.all(select(EMPLOYEE.name)
                .where(EMPLOYEE.treat(ENGINEER).language.eq("sql").or(EMPLOYEE.treat(CLERK).desk.eq(7)))
                .orderBy(EMPLOYEE.name));
    }
}
