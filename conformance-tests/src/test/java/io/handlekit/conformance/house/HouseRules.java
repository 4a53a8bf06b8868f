package io.handlekit.conformance.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/** The rules of the architecture by name, for the project or for the package that breaks each of them on purpose. */
final class HouseRules {
    private HouseRules() {}

    static Map<String, ArchRule> all(Rooms rooms) {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("core uses the JDK alone", DependencyRules.coreUsesTheJdkAlone(rooms));
        rules.put("the mock does not use the adapters", DependencyRules.theMockUsesNoAdapter(rooms));
        rules.put("the adapters do not use the mock", DependencyRules.noAdapterUsesTheMock(rooms));
        rules.put("Vert.x is used in its adapter alone", DependencyRules.vertxStaysInItsAdapter(rooms));
        rules.put("ServiceLoader is not used", DependencyRules.nothingIsDiscovered());
        rules.put("Thread.sleep is not used", DependencyRules.nothingSleeps());
        rules.put("the environment is read in main alone", DependencyRules.onlyMainReadsTheEnvironment());
        rules.put("packages have no cycles", RoomRules.packagesHaveNoCycles(rooms));
        rules.put("a package has 25 files at most", RoomRules.packagesAreSmall());
        rules.put("internal packages are used in their artifact alone", RoomRules.internalsStayInTheirArtifact(rooms));
        rules.put("a public signature has no internal type", SignatureRules.noInternalTypes(rooms));
        rules.put("a public signature has no type of Jackson", SignatureRules.noJackson());
        rules.put("public classes are closed", SignatureRules.publicClassesAreClosed());
        rules.put("records of text override toString", SignatureRules.recordsOfTextOverrideToString());
        return rules;
    }
}
