using System.Text;

namespace HandoffBot.Tests.Support;

/// <summary>A span as it came over the wire; ids as hex, no parent as an empty text.</summary>
internal sealed record OtlpSpan(string Trace, string Id, string Parent, string Name)
{
    /// <summary>By the fields of ExportTraceServiceRequest: resource spans, scope spans, spans.</summary>
    public static IEnumerable<OtlpSpan> ReadAll(byte[] request) =>
        from resource in ProtoFields.Of(request, 1)
        from scope in ProtoFields.Of(resource, 2)
        from span in ProtoFields.Of(scope, 2)
        select new OtlpSpan(
            Convert.ToHexString(ProtoFields.Of(span, 1).Single().Span),
            Convert.ToHexString(ProtoFields.Of(span, 2).Single().Span),
            Convert.ToHexString(ProtoFields.Of(span, 4).SingleOrDefault().Span),
            Encoding.UTF8.GetString(ProtoFields.Of(span, 5).Single().Span)
        );
}
