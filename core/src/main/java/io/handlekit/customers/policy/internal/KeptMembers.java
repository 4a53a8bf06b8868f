package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * The unknown members of an existing customer in the sections of the wanted one. A wanted section without unknown
 * members says nothing about them: they make no difference, and an update of the section sends them back.
 */
final class KeptMembers {
    private KeptMembers() {}

    /** Returns the wanted customer with the unknown members of those existing sections that it keeps or replaces. */
    static NewCustomer in(NewCustomer wanted, NewCustomer existing) {
        return wanted.toBuilder()
                .address(in(wanted.address(), existing.address()))
                .phone(in(wanted.phone(), existing.phone()))
                .fax(in(wanted.fax(), existing.fax()))
                .tags(each(wanted.tags(), existing.tags(), KeptMembers::sameTag, KeptMembers::in))
                .additionalData(in(wanted.additionalData(), existing.additionalData()))
                .extensionData(each(
                        wanted.extensionData(),
                        existing.extensionData(),
                        (one, other) -> one.name().equals(other.name()),
                        KeptMembers::in))
                .build();
    }

    private static PostalAddress in(PostalAddress wanted, PostalAddress existing) {
        return wanted.withUnknownMembers(kept(wanted.unknownMembers(), existing.unknownMembers()));
    }

    /** Removing a number removes its unknown members too. */
    private static PhoneNumber in(PhoneNumber wanted, PhoneNumber existing) {
        return wanted.isEmpty() && !existing.isEmpty()
                ? wanted
                : wanted.withUnknownMembers(kept(wanted.unknownMembers(), existing.unknownMembers()));
    }

    private static CustomerTag in(CustomerTag wanted, CustomerTag existing) {
        return wanted.withUnknownMembers(kept(wanted.unknownMembers(), existing.unknownMembers()));
    }

    private static boolean sameTag(CustomerTag one, CustomerTag other) {
        return one.key().equals(other.key()) && one.value().equals(other.value());
    }

    private static AdditionalData in(AdditionalData wanted, AdditionalData existing) {
        boolean isRemoved = wanted.isEmpty()
                && !(existing.values().isEmpty() && existing.attachedFiles().isEmpty());
        if (isRemoved) {
            return wanted;
        }
        List<AttachedFile> files =
                each(wanted.attachedFiles(), existing.attachedFiles(), KeptMembers::sameFile, KeptMembers::in);
        return new AdditionalData(wanted.values(), files, kept(wanted.unknownMembers(), existing.unknownMembers()));
    }

    private static AttachedFile in(AttachedFile wanted, AttachedFile existing) {
        return wanted.withUnknownMembers(kept(wanted.unknownMembers(), existing.unknownMembers()));
    }

    private static boolean sameFile(AttachedFile one, AttachedFile other) {
        return one.withUnknownMembers(UnknownMembers.NONE).equals(other.withUnknownMembers(UnknownMembers.NONE));
    }

    private static ExtensionData in(ExtensionData wanted, ExtensionData existing) {
        return wanted.withUnknownMembers(
                kept(wanted.unknownData(), existing.unknownData()),
                kept(wanted.unknownMembers(), existing.unknownMembers()));
    }

    private static <T> List<T> each(
            List<T> wanted, List<T> existing, BiPredicate<T, T> same, BiFunction<T, T, T> merge) {
        return wanted.stream()
                .map(item -> existing.stream()
                        .filter(other -> same.test(item, other))
                        .findFirst()
                        .map(other -> merge.apply(item, other))
                        .orElse(item))
                .toList();
    }

    private static UnknownMembers kept(UnknownMembers wanted, UnknownMembers existing) {
        return wanted.isEmpty() ? existing : wanted;
    }
}
