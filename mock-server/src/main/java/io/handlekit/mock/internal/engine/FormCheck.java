package io.handlekit.mock.internal.engine;

import io.handlekit.customers.Change;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.store.TagStore;
import io.handlekit.mock.internal.wire.BadRequest;
import java.util.List;

/** The check of a customer before it is stored: errors are always refused, warnings if a switch is strict. */
final class FormCheck {
    private static final int INVALID_ADDITIONAL_DATA = 375;

    private final TagStore tags;

    FormCheck(TagStore tags) {
        this.tags = tags;
    }

    /**
     * Checks a new customer.
     *
     * @throws VendorError with the lowest code of what is wrong with it
     */
    void check(Behaviour behaviour, NewCustomer draft) {
        refuse(behaviour, CustomerRules.check(draft));
        checkTags(behaviour, draft.tags());
        if (behaviour.is(Switch.TldCheck.ON_CREATE)) {
            draft.extensionData().forEach(extension -> checkTld(extension.name(), draft));
        }
    }

    /**
     * Checks changes.
     *
     * @throws VendorError with the lowest code of what is wrong with them
     */
    void check(Behaviour behaviour, CustomerChanges changes) {
        refuse(behaviour, CustomerRules.check(changes));
        if (changes.tags() instanceof Change.Set<List<CustomerTag>> set) {
            checkTags(behaviour, set.value());
        }
    }

    private static void refuse(Behaviour behaviour, Findings findings) {
        VendorError.ifAny(findings.all().stream().filter(finding -> isRefused(behaviour, finding)));
    }

    private static boolean isRefused(Behaviour behaviour, Finding finding) {
        return finding.severity() == Finding.Severity.ERROR || (finding.code() > 0 && behaviour.is(strict(finding)));
    }

    private static Switch strict(Finding finding) {
        return switch (finding.code()) {
            case 112, 113 -> Switch.HouseNumber.STRICT;
            case 116 -> Switch.Zip.STRICT;
            case 132, 133, 142 -> Switch.AreaCode.STRICT;
            default -> Switch.Form.STRICT;
        };
    }

    private static void checkTld(String name, NewCustomer draft) {
        TldLookup.find(name).stream()
                .flatMap(requirements -> requirements.check(draft).errors().stream())
                .findFirst()
                .ifPresent(error -> {
                    throw new VendorError(INVALID_ADDITIONAL_DATA, error.path());
                });
    }

    private void checkTags(Behaviour behaviour, List<CustomerTag> given) {
        if (behaviour.is(Switch.Tags.EXISTING) && !tags.containsAll(given)) {
            throw BadRequest.at(BadRequest.Kind.REFUSED, "tags", "not among the tags of the account");
        }
    }
}
