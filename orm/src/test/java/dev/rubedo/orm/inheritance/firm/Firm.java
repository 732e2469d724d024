package dev.rubedo.orm.inheritance.firm;

import static dev.rubedo.orm.inheritance.firm.Company_.COMPANY;
import static dev.rubedo.orm.inheritance.firm.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.firm.Engineer_.ENGINEER;
import static dev.rubedo.orm.inheritance.firm.Intern_.INTERN;
import static dev.rubedo.orm.inheritance.firm.Machine_.MACHINE;
import static dev.rubedo.orm.inheritance.firm.Manager_.MANAGER;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** The model of this package and its rows. Immutable. */
public final class Firm {

    /** The entities. */
    public static final Model MODEL = Model.of(COMPANY, EMPLOYEE, ENGINEER, INTERN, MACHINE, MANAGER);

    private Firm() {}

    /** A company with an employee, two engineers, an intern and a manager, who is the boss. */
    public static SessionFactory open(Engine engine, StatementLog statements) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> {
            Company company = new Company("acme");
            Engineer ada = new Engineer(" ada ", "java");
            ada.machines().add(new Machine("lathe"));
            ada.machines().add(new Machine("mill"));
            Manager max = new Manager("max", 100);
            company.employees().addAll(List.of(new Employee("eve"), ada, new Engineer("bob", "perl"),
                    new Intern("ida", 6), max));
            session.add(company);
            session.flush();
            company.boss(max);
            max.reports().add(ada);
        });
        statements.clear();
        return sessions;
    }
}
