using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>A row of a list as the inquiry it is, or what is wrong with it.</summary>
/// <param name="Number">As a spreadsheet counts.</param>
internal sealed record ListRow(int Number, NewInquiry? Asked, ListFlaw? Flaw);
